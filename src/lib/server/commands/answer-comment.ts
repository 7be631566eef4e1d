import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnsweredComment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfOpinionAnswer } from '#lib/server/mail/tell-of-opinion.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { settleRound } from './settle-round.ts';
import { takeComment } from './take-comment.ts';

/** The lead or a contributor answers a comment, once. Answers the code of its item. */
export function answerComment(db: Db, actor: Actor, input: AnsweredComment, now: Date): Promise<string> {
	return db.transaction().execute(async (db) => {
		const { item, subject, comment, blocks } = await takeComment(db, actor, input);
		assertCan(actor, 'review:answer', subject);
		assertNone(blocks);

		await db
			.updateTable('reviewComment')
			.set({ answer: input.answer, answeredBy: actor.personId, answeredAt: now.toISOString() })
			.where('id', '=', comment.id)
			.execute();
		const isOpinion = comment.roundId === null;
		if (!isOpinion) await moveItem(db, item, item.state, now);
		const details = { comment: comment.id, answer: input.answer };
		await recordAudit(db, actor, 'review:answer', auditedItem(item), now, details);
		if (isOpinion) await tellOfOpinionAnswer(db, actor, item, comment.authorId, input.answer, now);
		else await settleRound(db, actor, item.id, now);
		return item.code;
	});
}
