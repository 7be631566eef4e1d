import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { computeHealth, isInForce } from '#lib/domain/health-rules.ts';
import { readiness } from '#lib/domain/readiness.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { listHealthOverrides, type HealthOverrideRow } from './list-health-overrides.ts';
import { listPlanItems, type PlanItem } from './list-plan-items.ts';
import { listRisks } from './list-risks.ts';
import { listWorkPackages } from './list-work-packages.ts';

/**
 * Every work package with its items, health and readiness, and the health of the whole. Health and readiness are null
 * for those who do not follow the progress. Five queries, whatever the size of the plan.
 */
export async function listPlanProgress(db: Db, actor: Actor, today: Day) {
	const workPackages = await listWorkPackages(db, actor.projectId);
	const items = await listPlanItems(db, actor);
	if (!mayAlways(actor, 'progress:read'))
		return {
			project: null,
			soonDays: null,
			overrides: [],
			workPackages: workPackages.map((one) => ({ ...one, items: itemsOf(items, one.id), progress: null }))
		};

	const { plan } = await findQualityPlan(db, actor.projectId);
	const risks = await listRisks(db, actor.projectId);
	const overrides = await listHealthOverrides(db, actor.projectId);
	const healthOf = (list: readonly PlanItem[], workPackageId: string | null) => ({
		...computeHealth(list, today, plan.atRiskDays),
		override: standing(overrides, workPackageId, today)
	});
	return {
		project: healthOf(items, null),
		soonDays: plan.atRiskDays,
		overrides,
		workPackages: workPackages.map((one) => {
			const own = itemsOf(items, one.id);
			const ownRisks = risks.filter(({ workPackageId }) => workPackageId === one.id);
			const progress = {
				health: healthOf(own, one.id),
				readiness: readiness({
					deliverables: own.filter(({ kind }) => kind === 'deliverable'),
					milestones: own.filter(({ kind }) => kind === 'milestone'),
					risks: ownRisks
				}),
				risks: ownRisks
			};
			return { ...one, items: own, progress };
		})
	};
}

function itemsOf(items: readonly PlanItem[], workPackageId: string): PlanItem[] {
	return items.filter((item) => item.workPackageIds.includes(workPackageId));
}

function standing(
	overrides: readonly HealthOverrideRow[],
	workPackageId: string | null,
	today: Day
): HealthOverrideRow | null {
	return overrides.find((one) => one.workPackageId === workPackageId && isInForce(one, today)) ?? null;
}
