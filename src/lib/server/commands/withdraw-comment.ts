import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfComment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { settleRound } from './settle-round.ts';
import { takeComment } from './take-comment.ts';

/** The author takes a comment back; it stays readable, struck out. Answers the code of its item. */
export function withdrawComment(db: Db, actor: Actor, input: OfComment, now: Date): Promise<string> {
	return db.transaction().execute(async (db) => {
		const { item, subject, comment, blocks } = await takeComment(db, actor, input);
		const isOpinion = comment.roundId === null;
		assertCan(actor, isOpinion ? 'opinion:give' : 'review:comment', subject);
		const isOwn = comment.authorId === actor.personId;
		assertNone([...blocks, ...(isOwn ? [] : [{ code: 'comment-not-yours' } as const])]);

		await db
			.updateTable('reviewComment')
			.set({ withdrawnAt: now.toISOString() })
			.where('id', '=', comment.id)
			.execute();
		if (!isOpinion) await moveItem(db, item, item.state, now);
		const details = { comment: comment.id, text: comment.text };
		await recordAudit(db, actor, 'review:withdraw-comment', auditedItem(item), now, details);
		if (!isOpinion) await settleRound(db, actor, item.id, now);
		return item.code;
	});
}
