import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { commentBlocks } from '#lib/domain/sign-off-guards.ts';
import type { NewComment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { listChecklistItems } from '#lib/server/queries/find-checklist.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { insertComment } from './insert-comment.ts';
import { moveItem } from './move-item.ts';
import { takeReviewed } from './take-reviewed.ts';

export function addComment(db: Db, actor: Actor, input: NewComment, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject, records } = await takeReviewed(db, actor, input.itemId, now);
		assertCan(actor, 'review:comment', subject);
		assertNone(commentBlocks(facts, candidateOf(actor), input.blocking));

		const roundId = openRound(facts)?.id ?? '';
		const pinned = records.rounds.find((one) => one.id === roundId)?.checklistVersionId ?? '';
		if (input.checklistItemId !== '') await assertPoint(db, pinned, input.checklistItemId);
		const comment = { ...input, itemId: item.id, roundId };
		const isNew = await insertComment(db, actor, comment, now);
		if (!isNew) return;
		await moveItem(db, item, item.state, now);
		const details = { blocking: input.blocking, text: input.text };
		await recordAudit(db, actor, 'review:comment', auditedItem(item), now, details);
	});
}

/** A remark on a point of the checklist is on one that the round pinned, and on no other project's. */
async function assertPoint(db: Db, checklistVersionId: string, id: string): Promise<void> {
	const points = await listChecklistItems(db, checklistVersionId);
	assertNone(points.some((point) => point.id === id) ? [] : [{ code: 'checklist-item-foreign' }]);
}
