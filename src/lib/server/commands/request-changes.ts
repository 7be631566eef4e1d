import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { answerChecklistBlocks, changeRequestBlocks } from '#lib/domain/sign-off-guards.ts';
import type { ChangeRequest } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { insertComment } from './insert-comment.ts';
import { moveReviewed } from './move-reviewed.ts';
import { saveAnswers } from './save-answers.ts';
import { takeReviewed } from './take-reviewed.ts';

/** Sends an item back to its lead; the signatures of the round stay as history. */
export function requestChanges(db: Db, actor: Actor, input: ChangeRequest, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeReviewed(db, actor, input.itemId, now);
		const { kind, item, facts, subject, changeBlocks } = found;
		assertCan(actor, `${kind}:request-changes`, subject);
		assertNone([...changeBlocks, ...changeRequestBlocks(facts, candidateOf(actor), input.text !== '')]);

		const roundId = openRound(facts)?.id ?? '';
		// What stands behind a signature no longer changes, whatever its signer asks for afterwards.
		if (answerChecklistBlocks(facts, candidateOf(actor)).length === 0)
			await saveAnswers(db, actor, roundId, input.answers, now);
		if (input.text !== '') {
			const { text, commentKey } = input;
			const comment = { itemId: item.id, roundId, text, commentKey, blocking: true, checklistItemId: '' };
			await insertComment(db, actor, comment, now);
		}
		await db
			.updateTable('reviewRound')
			.set({ closedAt: now.toISOString(), outcome: 'changes-requested', outcomeReason: input.text })
			.where('id', '=', roundId)
			.execute();
		await moveReviewed(db, actor, found, 'changes', input.text, now);
		const details = { round: openRound(facts)?.number, reason: input.text };
		await recordAudit(db, actor, `${kind}:request-changes`, auditedItem(item), now, details);
	});
}
