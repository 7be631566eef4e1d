import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { assignmentBlocks } from '#lib/domain/reviewers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfProposedReviewer } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { takeCandidate, takeItemOfReviewers } from './take-reviewed-item.ts';

/** The coordinator suggests a reviewer; only the QA lead assigns one. The audit event is the proposal. */
export function proposeReviewer(db: Db, actor: Actor, input: NewReviewer, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, history, subject, assignments } = await takeItemOfReviewers(db, actor, input.itemId);
		assertCan(actor, 'reviewer:propose', subject);
		const { candidate, candidates } = await takeCandidate(db, actor, input.personId, now);
		if (!candidate) throw new NotFound();
		const assigned = assignments.map((one) => one.personId);
		assertNone([...recordBlocks(item.state), ...assignmentBlocks(history, candidate, candidates, assigned)]);

		const details = { personId: candidate.personId, person: candidate.name, organisation: candidate.acronym };
		await recordAudit(db, actor, 'reviewer:propose', auditedItem(item), now, details);
		const named = `${candidate.name} (${candidate.acronym})`;
		await tellOfProposedReviewer(db, actor, item, subject, named, now);
	});
}
