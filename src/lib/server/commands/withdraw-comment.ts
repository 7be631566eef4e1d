import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { commentBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfComment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { settleRound } from './settle-round.ts';
import { takeComment } from './take-comment.ts';

/** The author takes a comment back; it stays readable, struck out. */
export function withdrawComment(db: Db, actor: Actor, input: OfComment, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, comment } = await takeComment(db, actor, input, now);
		assertCan(actor, 'review:comment', subject);
		assertNone([
			...commentBlocks(item.state),
			...(comment.authorId === actor.personId ? [] : [{ code: 'comment-not-yours' } as const]),
			...(comment.withdrawnAt === null ? [] : [{ code: 'comment-settled' } as const])
		]);

		await db
			.updateTable('reviewComment')
			.set({ withdrawnAt: now.toISOString() })
			.where('id', '=', comment.id)
			.execute();
		await moveItem(db, item, item.state, now);
		const details = { comment: comment.id, text: comment.text };
		await recordAudit(db, actor, 'review:withdraw-comment', auditedItem(item), now, details);
		await settleRound(db, actor, item.id, now);
	});
}
