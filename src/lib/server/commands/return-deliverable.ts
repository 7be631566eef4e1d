import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestRound } from '#lib/domain/deliverables.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReturnedDeliverable } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertComment } from './insert-comment.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The coordinator sends a reviewed or approved deliverable back; the reason is a comment that the lead must answer. */
export function returnDeliverable(
	db: Db,
	actor: Actor,
	input: ReturnedDeliverable,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:return', subject);
		assertNone(stateBlocks(DELIVERABLE_LIFE, facts.state, 'return'));

		const round = latestRound(facts);
		const { reason: text, commentKey } = input;
		const comment = { itemId: item.id, roundId: round?.id ?? '', text, commentKey, checklistItemId: '' };
		await insertComment(db, actor, { ...comment, blocking: true }, now);
		await db
			.updateTable('reviewRound')
			.set({ outcome: 'returned', outcomeReason: text })
			.where('id', '=', round?.id ?? '')
			.execute();
		await moveItem(db, item, DELIVERABLE_LIFE.return.to, now);
		const details = { round: round?.number, reason: text };
		await recordAudit(db, actor, 'deliverable:return', auditedItem(item), now, details);
	});
}
