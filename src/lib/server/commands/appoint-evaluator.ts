import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { appointmentBlocks } from '#lib/domain/reviewers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { askToReview } from './ask-to-review.ts';
import { insertAssignment } from './insert-assignment.ts';
import { moveItem } from './move-item.ts';
import { takeCandidate, takeItemOfReviewers } from './take-reviewed-item.ts';

/** Where nobody of the project is eligible any more, the external evaluator signs for this one item. */
export function appointEvaluator(db: Db, actor: Actor, input: NewReviewer, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, history, subject, assignments } = await takeItemOfReviewers(db, actor, input.itemId);
		assertCan(actor, 'reviewer:assign', subject);
		const { candidate, candidates } = await takeCandidate(db, actor, input.personId, now);
		if (!candidate) throw new NotFound();
		const signing = assignments.filter((one) => one.kind === 'signing').map((one) => one.personId);
		assertNone([...recordBlocks(item.state), ...appointmentBlocks(history, candidate, candidates, signing)]);

		const tell = await watchHolder(db, actor, item, now);
		const at = now.toISOString();
		await db
			.updateTable('reviewAssignment')
			.set({ endedAt: at, endedBy: actor.personId, endReason: 'appointed to sign' })
			.where('itemId', '=', item.id)
			.where('personId', '=', candidate.personId)
			.where('endedAt', 'is', null)
			.execute();
		const appointed = { itemId: item.id, person: candidate, kind: 'signing', external: 1 } as const;
		await insertAssignment(db, actor, appointed, now);
		await moveItem(db, item, item.state, now);
		const details = { person: candidate.name, organisation: candidate.acronym };
		await recordAudit(db, actor, 'reviewer:appoint-evaluator', auditedItem(item), now, details);
		if (!(await askToReview(db, actor, item, candidate, now))) await tell();
	});
}
