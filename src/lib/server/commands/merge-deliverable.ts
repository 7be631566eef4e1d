import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { mergeBlocks } from '#lib/domain/deliverable-edits.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Merger } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { endOpenRound } from './end-open-round.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Another deliverable takes this one over, by an amendment or with the officer's word. */
export function mergeDeliverable(db: Db, actor: Actor, input: Merger, now: Date): Promise<void> {
	return db.transaction().execute((db) => mergeWithin(db, actor, input, now));
}

/** The same inside a transaction that is already open: an amendment does more than this. */
export async function mergeWithin(db: Db, actor: Actor, input: Merger, now: Date): Promise<void> {
	const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
	assertCan(actor, 'deliverable:withdraw', subject);
	const target = await db
		.selectFrom('item')
		.select(['id', 'code', 'state'])
		.where('projectId', '=', actor.projectId)
		.where('kind', '=', 'deliverable')
		.where('id', '=', input.targetId)
		.executeTakeFirst();
	if (!target) throw new NotFound();
	assertNone(mergeBlocks(facts, item.id, target));

	await endOpenRound(db, item.id, input.reference, now);
	await db
		.updateTable('deliverable')
		.set({ endedReference: input.reference, mergedIntoItemId: target.id })
		.where('itemId', '=', item.id)
		.execute();
	await moveItem(db, item, DELIVERABLE_LIFE.merge.to, now);
	const details = { reference: input.reference, into: target.code };
	await recordAudit(db, actor, 'deliverable:merge', auditedItem(item), now, details);
}
