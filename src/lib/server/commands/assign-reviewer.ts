import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { reviewPath } from '#lib/domain/item-path.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { assignmentBlocks, isSigningCandidate } from '#lib/domain/reviewers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewReviewer } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertAssignment } from './insert-assignment.ts';
import { moveItem } from './move-item.ts';
import { mailedItem, queueMail } from './queue-mail.ts';
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
		await insertAssignment(db, actor, { itemId: item.id, person: candidate, kind, external: 0 }, now);
		await moveItem(db, item, item.state, now);
		const round = await db
			.selectFrom('reviewRound')
			.select('dueOn')
			.where('itemId', '=', item.id)
			.where('closedAt', 'is', null)
			.executeTakeFirst();
		if (round)
			await queueMail(
				db,
				{
					projectId: actor.projectId,
					kind: 'review-requested',
					to: [candidate.personId],
					subject: `${item.code}: please review it${round.dueOn === null ? '' : ` by ${round.dueOn}`}`,
					body: `${actor.name} asks you to review ${item.code} “${item.title}”. Its round is open.`,
					because: 'reviewer',
					about: mailedItem(item),
					path: reviewPath(item)
				},
				now
			);
		const details = { person: candidate.name, organisation: candidate.acronym, kind };
		await recordAudit(db, actor, 'reviewer:assign', auditedItem(item), now, details);
	});
}
