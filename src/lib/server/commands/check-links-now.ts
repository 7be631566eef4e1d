import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { linksToCheck, type LinkAnswer } from '#lib/domain/outreach/link-checks.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findRecordId } from '#lib/server/queries/find-record-id.ts';
import { listAddresses } from '#lib/server/queries/list-addresses.ts';
import { keepAnswer, type Checked } from './check-links.ts';

/** Somebody looks at the address of one line, or at those of the log that were looked at longest ago; all at once. */
export async function checkLinksNow(
	db: Db,
	actor: Actor,
	{ code }: { code?: string },
	ask: (url: string) => Promise<LinkAnswer>,
	now: Date
): Promise<Checked[]> {
	assertCan(actor, 'outreach:check-links', {});
	const all = await listAddresses(db, actor.projectId);
	const wanted = code === undefined ? all : all.filter((one) => one.code === code);
	if (wanted.length === 0) {
		const isThere = code === undefined || (await findRecordId(db, actor.projectId, 'outreach', code));
		throw isThere ? new Refusal([{ code: 'links-none' }]) : new NotFound();
	}
	const addresses = linksToCheck(wanted, now);
	if (addresses.length === 0) throw new Refusal([{ code: 'links-just-checked' }]);
	const answers = await Promise.all(
		addresses.map(async (address) => ({ address, answer: await ask(address.url) }))
	);
	const checked: Checked[] = [];
	for (const one of answers) checked.push(await keepAnswer(db, actor.projectId, { ...one, by: actor }, now));
	return checked;
}
