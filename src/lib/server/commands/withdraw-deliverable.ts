import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Withdrawal } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { endOpenRound } from './end-open-round.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** By an amendment or with the officer's word; it stays visible in every comparison of baselines. */
export function withdrawDeliverable(db: Db, actor: Actor, input: Withdrawal, now: Date): Promise<void> {
	return db.transaction().execute((db) => withdrawWithin(db, actor, input, now));
}

/** The same inside a transaction that is already open: an amendment does more than this. */
export async function withdrawWithin(db: Db, actor: Actor, input: Withdrawal, now: Date): Promise<void> {
	const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
	assertCan(actor, 'deliverable:withdraw', subject);
	assertNone(stateBlocks(DELIVERABLE_LIFE, facts.state, 'withdraw'));

	await endOpenRound(db, item.id, input.reference, now);
	await db
		.updateTable('deliverable')
		.set({ endedReference: input.reference })
		.where('itemId', '=', item.id)
		.execute();
	await moveItem(db, item, DELIVERABLE_LIFE.withdraw.to, now);
	const details = { reference: input.reference };
	await recordAudit(db, actor, 'deliverable:withdraw', auditedItem(item), now, details);
}
