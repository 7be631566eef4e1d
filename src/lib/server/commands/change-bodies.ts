import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { editBlocks } from '#lib/domain/catalogue/entry-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EntryBodyChange } from '#lib/schemas/catalogue/entries.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findEntryFacts, type FoundEntry } from '#lib/server/queries/find-entry-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertContribution } from './insert-contribution.ts';
import { lockItem } from './lock-item.ts';
import { settleEntry } from './move-entry.ts';
import { moveItem } from './move-item.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { resetEntry } from './reset-entry.ts';
import { watchEntry } from './watch-entry.ts';

/** Makes an entry joint with one more awarding body, which from then on is no longer independent of it. */
export function addBody(db: Db, actor: Actor, input: EntryBodyChange, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeEditable(db, actor, input.itemId);
		const { item, facts } = found;
		const organisation = await db
			.selectFrom('organisation')
			.select(['id', 'acronym'])
			.where('projectId', '=', actor.projectId)
			.where('id', '=', input.organisationId)
			.executeTakeFirst();
		if (!organisation) throw new NotFound();
		const { id: organisationId, acronym } = organisation;
		if (item.leadOrganisationId === organisationId)
			assertNone([{ code: 'body-owns', organisation: acronym }]);
		if (facts.bodies.some((one) => one.organisationId === organisationId))
			assertNone([{ code: 'body-already', organisation: acronym }]);

		const tell = await watchEntry(db, actor, item, now);
		const added = { addedBy: actor.personId, addedAt: now.toISOString(), removedAt: null };
		await db
			.insertInto('entryBody')
			.values({ itemId: item.id, organisationId, ...added })
			.execute();
		const row = { itemId: item.id, organisationId, personId: null, note: 'awarding body' };
		await insertContribution(db, actor, { ...row, kind: 'contributor' }, now);
		await changed(db, actor, found, { added: acronym }, now);
		await tell();
	});
}

/** Its contribution stays on record: who once worked on an entry never becomes independent of it. */
export function removeBody(db: Db, actor: Actor, input: EntryBodyChange, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeEditable(db, actor, input.itemId);
		const { item, facts } = found;
		const [, ...further] = facts.bodies;
		const body = further.find((one) => one.organisationId === input.organisationId);
		if (!body) throw new NotFound();
		const tell = await watchEntry(db, actor, item, now);
		await db
			.updateTable('entryBody')
			.set({ removedAt: now.toISOString() })
			.where('itemId', '=', item.id)
			.where('organisationId', '=', body.organisationId)
			.where('removedAt', 'is', null)
			.execute();
		await changed(db, actor, found, { removed: body.acronym }, now);
		await tell();
	});
}

async function takeEditable(db: Db, actor: Actor, itemId: string): Promise<FoundEntry> {
	await lockItem(db, actor.projectId, itemId);
	const found = await findEntryFacts(db, actor.projectId, { id: itemId });
	if (!found) throw new NotFound();
	assertCan(actor, 'entry:edit', found.subject);
	assertNone(editBlocks(found.item.state, found.entry));
	return found;
}

async function changed(
	db: Db,
	actor: Actor,
	found: FoundEntry,
	details: Readonly<Record<string, string>>,
	now: Date
): Promise<void> {
	const { item } = found;
	await moveItem(db, item, item.state, now);
	await recordAudit(db, actor, 'entry:edit', auditedItem(item), now, {
		element: 'awarding-body',
		...details
	});
	await refreshGaps(db, actor.projectId, [item.id], now);
	const moved = { ...item, version: item.version + 1, heldFrom: found.entry.heldFrom };
	await resetEntry(db, actor, moved, { changed: ['awarding-body'] }, now);
	await settleEntry(db, actor, item.id, now);
}
