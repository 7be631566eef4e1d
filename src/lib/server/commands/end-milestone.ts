import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { closeClaim } from './close-claim.ts';
import { moveItem } from './move-item.ts';
import { openRisk } from './open-risk.ts';

/** Records that a milestone is not achieved, why, what follows and who decided; the consequence becomes a risk. */
export function endMilestone(
	db: Db,
	actor: Actor,
	input: EndMilestone & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:end', subject);
		assertNone(milestoneStateBlocks(facts, 'end'));

		const { reason, consequence, reference } = input;
		await moveItem(db, item, MILESTONE_LIFE_CYCLE.end.to, now);
		await db
			.updateTable('milestone')
			.set({
				notAchievedReason: reason,
				notAchievedConsequence: consequence,
				notAchievedReference: reference
			})
			.where('itemId', '=', item.id)
			.execute();
		if (facts.claim && facts.claim.closedAt === null)
			await closeClaim(db, actor, { id: facts.claim.id, itemId: item.id }, 'ended', reason, now);
		await recordAudit(db, actor, 'milestone:end', auditedItem(item), now, { reason, consequence, reference });
		await openRisk(
			db,
			actor,
			{
				description: `${item.code} was not achieved: ${consequence}`,
				ownerOrganisationId: item.leadOrganisationId,
				workPackageIds: subject.workPackageIds ?? [],
				origin: item.origin === 'sample' ? 'sample' : 'entered'
			},
			now
		);
	});
}
