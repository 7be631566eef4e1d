import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { planChoiceBlocks, planEditBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DeliverablePlan } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Type, level and description; lead and dates have their own ways. */
export function updateDeliverablePlan(
	db: Db,
	actor: Actor,
	input: DeliverablePlan,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, deliverable, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:plan', subject);
		const { plan } = await findQualityPlan(db, actor.projectId);
		assertNone([...planEditBlocks(facts), ...planChoiceBlocks(input, plan)]);
		const before = {
			type: deliverable.type ?? '',
			level: deliverable.disseminationLevel ?? '',
			description: item.description
		};
		if (item.version !== input.version) throw new Conflict(before);

		const { type, level, description } = input;
		await moveItem(db, item, item.state, now);
		await db.updateTable('item').set({ description }).where('id', '=', item.id).execute();
		await db
			.updateTable('deliverable')
			.set({ type, disseminationLevel: level })
			.where('itemId', '=', item.id)
			.execute();
		if (level !== before.level) await setFileLevel(db, item.id, level === 'PU' ? 'PU' : 'SEN');
		const details = { before, after: { type, level, description } };
		await recordAudit(db, actor, 'deliverable:plan', auditedItem(item), now, details);
	});
}

/** Files of every version follow the level, so that an access list holds for those uploaded before it too. */
async function setFileLevel(db: Db, itemId: string, level: 'PU' | 'SEN'): Promise<void> {
	const files = db
		.selectFrom('evidenceUse')
		.select('evidenceId')
		.where('itemId', '=', itemId)
		.where('purpose', '=', 'version');
	await db.updateTable('evidence').set({ level }).where('id', 'in', files).execute();
}
