import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { returnBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReturnMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { closeClaim } from './close-claim.ts';
import { moveItem } from './move-item.ts';

/** Gives a claim back to the work package leader, naming the means whose evidence does not suffice. */
export function returnMilestone(
	db: Db,
	actor: Actor,
	input: ReturnMilestone & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, means } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:verify', subject);
		assertNone(returnBlocks(facts, candidateOf(actor), input.claimId));

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.return.to, now);
		await closeClaim(db, actor, { id: input.claimId, itemId: item.id }, 'returned', input.reason, now);
		const rejected = facts.claim?.judgements.filter(
			({ personId, verdict }) => personId === actor.personId && verdict === 'insufficient'
		);
		await recordAudit(db, actor, 'milestone:return', auditedItem(item), now, {
			reason: input.reason,
			insufficient: means
				.filter(({ id }) => rejected?.some(({ meansId }) => meansId === id))
				.map(({ position }) => position)
		});
	});
}
