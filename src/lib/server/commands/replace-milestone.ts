import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReplaceMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

/** An amendment puts another milestone of the plan in the place of one that was not achieved. */
export function replaceMilestone(
	db: Db,
	actor: Actor,
	input: ReplaceMilestone & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:end', subject);
		const { item: successor } = await readMilestone(db, actor.projectId, input.replacedByItemId);
		assertNone([
			...milestoneStateBlocks(facts, 'replace'),
			...(successor.id === item.id ? [{ code: 'replaced-by-itself' } as const] : [])
		]);

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.replace.to, now);
		await db
			.updateTable('milestone')
			.set({ replacedByItemId: successor.id, endedReference: input.reference })
			.where('itemId', '=', item.id)
			.execute();
		await recordAudit(db, actor, 'milestone:replace', auditedItem(item), now, {
			replacedBy: successor.code,
			reference: input.reference
		});
	});
}
