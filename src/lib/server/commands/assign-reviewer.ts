import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { assignmentBlocks, isSigningCandidate } from '#lib/domain/reviewers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { askToReview } from './ask-to-review.ts';
import { insertAssignment } from './insert-assignment.ts';
import { moveItem } from './move-item.ts';
import { takeCandidate, takeItemOfReviewers } from './take-reviewed-item.ts';

/** The QA lead asks somebody independent to review a deliverable or an entry. */
export function assignReviewer(db: Db, actor: Actor, input: NewReviewer, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, history, subject, assignments } = await takeItemOfReviewers(db, actor, input.itemId);
		assertCan(actor, 'reviewer:assign', subject);
		const { candidate, candidates } = await takeCandidate(db, actor, input.personId, now);
		if (!candidate) throw new NotFound();
		const assigned = assignments.map((one) => one.personId);
		assertNone([...recordBlocks(item.state), ...assignmentBlocks(history, candidate, candidates, assigned)]);

		const kind = isSigningCandidate(candidate) ? 'signing' : 'opinion';
		const tell = await watchHolder(db, actor, item, now);
		await insertAssignment(db, actor, { itemId: item.id, person: candidate, kind, external: 0 }, now);
		await moveItem(db, item, item.state, now);
		const details = { person: candidate.name, organisation: candidate.acronym, kind };
		await recordAudit(db, actor, 'reviewer:assign', auditedItem(item), now, details);
		if (!(await askToReview(db, actor, item, candidate, now))) await tell();
	});
}
