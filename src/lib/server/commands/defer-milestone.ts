import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DeferMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

/** An amendment puts a milestone that was not achieved off to a later day. */
export function deferMilestone(
	db: Db,
	actor: Actor,
	input: DeferMilestone & { itemId: string; today: Day },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:end', subject);
		const { deferredToOn, reference } = input;
		assertNone([
			...milestoneStateBlocks(facts, 'defer'),
			...(deferredToOn <= input.today ? [{ code: 'day-not-in-future', day: deferredToOn } as const] : [])
		]);

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.defer.to, now);
		await db
			.updateTable('milestone')
			.set({ deferredToOn, endedReference: reference })
			.where('itemId', '=', item.id)
			.execute();
		await recordAudit(db, actor, 'milestone:defer', auditedItem(item), now, { deferredToOn, reference });
	});
}
