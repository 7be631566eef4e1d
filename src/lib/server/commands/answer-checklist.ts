import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { answerChecklistBlocks, commentBlocks } from '#lib/domain/sign-off-guards.ts';
import type { AnsweredChecklist } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { insertComment } from './insert-comment.ts';
import { moveItem } from './move-item.ts';
import { saveAnswers } from './save-answers.ts';
import { takeReviewed } from './take-reviewed.ts';

/** Saves a reviewer's own answers, and a comment where one was written; answers can change until the reviewer signs. */
export function answerChecklist(db: Db, actor: Actor, input: AnsweredChecklist, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeReviewed(db, actor, input.itemId, now);
		assertCan(actor, 'review:comment', subject);
		const { text, blocking, commentKey } = input;
		const says = text !== '';
		assertNone([
			...answerChecklistBlocks(facts, candidateOf(actor)),
			...(says ? commentBlocks(facts, candidateOf(actor), blocking) : [])
		]);

		const roundId = openRound(facts)?.id ?? '';
		const saved = await saveAnswers(db, actor, roundId, input.answers, now);
		const comment = { itemId: item.id, roundId, commentKey, text, blocking, checklistItemId: '' };
		if (says) await insertComment(db, actor, comment, now);
		await moveItem(db, item, item.state, now);
		const answered = saved.filter((one) => one.answer !== null).length;
		const details = { answered, of: saved.length, ...(says ? { blocking, text } : {}) };
		await recordAudit(db, actor, 'review:answer-checklist', auditedItem(item), now, details);
	});
}
