import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { isClaimCurrent, milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReopenMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

/** Takes back a verification that can no longer stand; its signatures stay as history. */
export function reopenMilestone(
	db: Db,
	actor: Actor,
	input: ReopenMilestone & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:reopen', subject);
		assertNone(milestoneStateBlocks(facts, 'reopen'));

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.reopen.to, now);
		await db
			.updateTable('milestone')
			.set({ verifiedOn: null, declaredOn: null })
			.where('itemId', '=', item.id)
			.execute();
		if (facts.claim)
			await db
				.updateTable('reviewRound')
				.set({ outcome: 'reopened', outcomeReason: input.reason })
				.where('id', '=', facts.claim.id)
				.execute();
		await recordAudit(db, actor, 'milestone:reopen', auditedItem(item), now, {
			from: item.state,
			reason: input.reason,
			evidenceStillStands: isClaimCurrent(facts)
		});
	});
}
