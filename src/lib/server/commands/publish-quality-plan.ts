import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { qualityPlanChanges } from '#lib/domain/quality-plan-changes.ts';
import { planBlocks } from '#lib/domain/quality-plan-blocks.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PublishQualityPlan } from '#lib/schemas/quality-plan-form.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { keepPeriods } from './check-ins/take-period.ts';
import { linkDecision } from './link-decision.ts';

/** Makes a new version of the quality plan. Reviews and claims that run keep the rules they began with. */
export function publishQualityPlan(
	db: Db,
	actor: Actor,
	input: PublishQualityPlan,
	now: Date
): Promise<number> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'quality-plan:publish', {});
		const current = await findQualityPlan(db, actor.projectId);
		if (current.number !== input.basedOn) throw new Conflict({ version: `Version ${current.number}` });
		assertNone(planBlocks(input.plan, current.number === 0 ? null : current.plan));

		await keepPeriods(db, actor.projectId, current.plan, now);
		const number = current.number + 1;
		const id = newId();
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('qualityPlanVersion')
			.values({
				id,
				projectId: actor.projectId,
				number,
				settings: JSON.stringify(input.plan),
				note: input.note,
				publishedBy: actor.personId,
				publishedAt: now.toISOString(),
				origin: 'entered'
			})
			.onConflict((conflict) => conflict.columns(['projectId', 'number']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw new Conflict({ version: `Version ${number}` });
		const label = `Quality plan ${number}`;
		const effect = { kind: 'quality-plan', recordId: id, itemId: null, label } as const;
		await linkDecision(db, actor, input.note, effect, now);
		const record = { type: 'quality-plan', id, label };
		await recordAudit(db, actor, 'quality-plan:publish', record, now, {
			note: input.note,
			changes: qualityPlanChanges(current.plan, input.plan)
		});
		return number;
	});
}
