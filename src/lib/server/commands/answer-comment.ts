import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { commentBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnsweredComment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { settleRound } from './settle-round.ts';
import { takeComment } from './take-comment.ts';

/** The lead or a contributor answers a comment, once. */
export function answerComment(db: Db, actor: Actor, input: AnsweredComment, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, comment } = await takeComment(db, actor, input, now);
		assertCan(actor, 'review:answer', subject);
		const isSettled = comment.withdrawnAt !== null || comment.answeredAt !== null;
		assertNone([...commentBlocks(item.state), ...(isSettled ? [{ code: 'comment-settled' } as const] : [])]);

		await db
			.updateTable('reviewComment')
			.set({ answer: input.answer, answeredBy: actor.personId, answeredAt: now.toISOString() })
			.where('id', '=', comment.id)
			.execute();
		await moveItem(db, item, item.state, now);
		const details = { comment: comment.id, answer: input.answer };
		await recordAudit(db, actor, 'review:answer', auditedItem(item), now, details);
		await settleRound(db, actor, item.id, now);
	});
}
