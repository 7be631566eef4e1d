import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { claimBlocks } from '#lib/domain/milestone-blocks.ts';
import { claimCovers, MILESTONE_LIFE_CYCLE, verifiersNeeded } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ClaimMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { insertClaimContributions } from './insert-claim-contributions.ts';
import { moveItem } from './move-item.ts';

/** Claims that a milestone is achieved: freezes its evidence and the number of verifiers it takes. */
export function claimMilestone(
	db: Db,
	actor: Actor,
	input: ClaimMilestone & { itemId: string; today: Day },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await readMilestone(db, actor.projectId, input.itemId);
		const { item, subject, facts, milestone, claims } = found;
		assertCan(actor, 'milestone:claim', subject);
		assertNone(claimBlocks(facts, input.achievedOn, input.today));

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.claim.to, now);
		await db
			.updateTable('milestone')
			.set({ achievedOn: input.achievedOn })
			.where('itemId', '=', item.id)
			.execute();
		const { plan } = await findQualityPlan(db, actor.projectId);
		const number = (claims[0]?.number ?? 0) + 1;
		const covers = claimCovers(facts.means, input.achievedOn);
		const quorum = verifiersNeeded(
			{ paymentRelevant: milestone.paymentRelevant === 1, goNoGo: milestone.goNoGo === 1 },
			plan
		);
		await db
			.insertInto('reviewRound')
			.values({
				id: newId(),
				projectId: actor.projectId,
				itemId: item.id,
				number,
				versionId: null,
				checklistVersionId: null,
				quorum,
				covers,
				coversSha256: sha256(covers),
				note: input.note,
				achievedOn: input.achievedOn,
				openedBy: actor.personId,
				openedAt: now.toISOString(),
				dueOn: null,
				closedAt: null,
				outcome: null,
				outcomeReason: null
			})
			.execute();
		await insertClaimContributions(db, actor, found, number, now);
		await recordAudit(db, actor, 'milestone:claim', auditedItem(item), now, {
			claim: number,
			achievedOn: input.achievedOn,
			verifiers: quorum,
			covers: sha256(covers)
		});
	});
}
