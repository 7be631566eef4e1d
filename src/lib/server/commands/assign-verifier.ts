import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { assignVerifierBlocks, eligibleVerifiers } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import { QA_ROLES, type Actor } from '#lib/domain/roles.ts';
import type { AssignVerifier } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { listReviewCandidates } from '#lib/server/queries/list-review-candidates.ts';
import { insertAssignment } from './insert-assignment.ts';
import { moveItem } from './move-item.ts';
import { mailedItem, queueMail } from './queue-mail.ts';

/**
 * Asks an independent person to verify a claim. Where no QA reviewer is independent, the external evaluator may be
 * appointed, and is recorded as such (domain.md 2, rule 9).
 */
export function assignVerifier(
	db: Db,
	actor: Actor,
	input: AssignVerifier & { itemId: string; today: Day },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:assign', subject);
		const people = await listReviewCandidates(db, actor.projectId, input.today);
		const reviewers = people.filter(({ roles }) => QA_ROLES.some((role) => roles.includes(role)));
		const external = eligibleVerifiers(facts, reviewers).length === 0;
		const candidates = external ? people : reviewers;
		const candidate = candidates.find(({ personId }) => personId === input.personId);
		if (!candidate) throw new Refusal([{ code: 'not-a-candidate' }]);
		assertNone(assignVerifierBlocks(facts, candidate, candidates));

		await moveItem(db, item, MILESTONE_LIFE_CYCLE['assign-verifier'].to, now);
		const isExternal = !reviewers.includes(candidate);
		await insertAssignment(
			db,
			actor,
			{ itemId: item.id, person: candidate, kind: 'signing', external: isExternal ? 1 : 0 },
			now
		);
		await queueMail(
			db,
			{
				projectId: actor.projectId,
				kind: 'review-requested',
				to: [candidate.personId],
				subject: `${item.code}: please verify it`,
				body: `${actor.name} asks you to verify the claim of ${item.code} “${item.title}”: judge the evidence of each means, then sign or return it.`,
				because: 'reviewer',
				about: mailedItem(item),
				path: itemPath(item)
			},
			now
		);
		await recordAudit(db, actor, 'milestone:assign', auditedItem(item), now, {
			verifier: candidate.name,
			organisation: candidate.acronym,
			external: isExternal
		});
	});
}
