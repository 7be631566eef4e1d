import type { Kysely } from 'kysely';
import { replaceCheck } from './replace-check.ts';

/** Before its due day a check-in that nobody accepted is taken back by its sender. */
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
}
