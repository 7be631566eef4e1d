import type { Kysely } from 'kysely';
import { replaceCheck } from './replace-check.ts';

/** A check-in may be taken back by its sender; who looks for emblem and disclaimer may find that one is missing. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const known = ['submit', 'report-nil', 'return', 'accept-country', 'accept-project', 'reopen'];
	const check = (events: readonly string[]) =>
		`check (event in (${events.map((event) => `'${event}'`).join(', ')}))`;
	await replaceCheck(db, {
		table: 'check_in_step',
		column: 'event',
		from: check(known),
		to: check([...known, 'take-back'])
	});
	await replaceCheck(db, {
		table: 'outreach',
		column: 'visibility',
		from: "check (visibility in ('confirmed', 'not-applicable'))",
		to: "check (visibility in ('confirmed', 'incomplete', 'not-applicable'))"
	});
}
