import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { UnlinkEvidence } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

/** Takes evidence from a means before it is claimed; a claim is undone by withdrawing the evidence. */
export function unlinkMeansEvidence(
	db: Db,
	actor: Actor,
	input: UnlinkEvidence & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, means } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:evidence', subject);
		const target = means.find(({ evidence }) => evidence.some(({ useId }) => useId === input.useId));
		if (!target) throw new NotFound();
		assertNone(milestoneStateBlocks(facts, 'link-evidence'));

		await moveItem(db, item, item.state, now);
		await db
			.updateTable('evidenceUse')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', input.useId)
			.execute();
		const name = target.evidence.find(({ useId }) => useId === input.useId)?.name ?? '';
		await recordAudit(db, actor, 'milestone:evidence', auditedItem(item), now, {
			means: target.position,
			unlinked: name
		});
	});
}
