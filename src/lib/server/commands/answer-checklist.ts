import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { answerChecklistBlocks } from '#lib/domain/sign-off-guards.ts';
import type { AnsweredChecklist } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { saveAnswers } from './save-answers.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Saves a reviewer's own answers in the open round; they can change until the reviewer signs. */
export function answerChecklist(db: Db, actor: Actor, input: AnsweredChecklist, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'review:comment', subject);
		assertNone(answerChecklistBlocks(facts, candidateOf(actor)));

		const saved = await saveAnswers(db, actor, openRound(facts)?.id ?? '', input.answers, now);
		const details = { answered: saved.filter((one) => one.answer !== null).length, of: saved.length };
		await recordAudit(db, actor, 'review:answer-checklist', auditedItem(item), now, details);
	});
}
