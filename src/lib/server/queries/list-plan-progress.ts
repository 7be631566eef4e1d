import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { firstOfEach } from '#lib/domain/first-of.ts';
import { computeHealth, isInForce } from '#lib/domain/health-rules.ts';
import { countsByState } from '#lib/domain/plan-counts.ts';
import { countOpen, readiness, type ReadinessBlock } from '#lib/domain/readiness.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { findPlan, type JudgedOn, type Plan } from './find-plan.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { listHealthOverrides, type HealthOverrideRow } from './list-health-overrides.ts';
import { planItems, type PlanItem } from './list-plan-items.ts';
import { listRisks } from './list-risks.ts';
import { listWorkPackages } from './list-work-packages.ts';

const countedPackages = madeOf((plan: Plan, actor: Actor) => {
	const { byPackage } = planItems(plan, actor);
	return new Map([...byPackage].map(([id, own]) => [id, countsOf(own)]));
});

function countsOf(items: readonly PlanItem[]) {
	return {
		deliverables: countsByState(items, 'deliverable'),
		milestones: countsByState(items, 'milestone')
	};
}

interface PackageRisk {
	workPackageId: string;
	number: number;
	state: string;
}

const judgedPackages = madeOf(
	(plan: Plan, actor: Actor, on: JudgedOn, packageIds: readonly string[], risks: readonly PackageRisk[]) => {
		const { items, byPackage } = planItems(plan, actor);
		const judge = (id: string) => {
			const own = byPackage.get(id) ?? [];
			const ready = readiness({
				deliverables: own.filter(({ kind }) => kind === 'deliverable'),
				milestones: own.filter(({ kind }) => kind === 'milestone'),
				risks: risks.filter(({ workPackageId }) => workPackageId === id)
			});
			return {
				health: healthOf(own, on),
				readiness: { verdict: ready.verdict, open: countOpen(ready.blocks), ...named(ready.blocks) }
			};
		};
		return {
			health: healthOf(items, on),
			byPackage: new Map(packageIds.map((id) => [id, judge(id)]))
		};
	}
);

/** Health with the first causes of each sort, and how many there are. */
function healthOf(items: readonly PlanItem[], { today, soonDays }: JudgedOn) {
	const { health, causes } = computeHealth(items, today, soonDays);
	const { rows, of } = firstOfEach(causes);
	return { health, causes: rows, of };
}

/** The first blocks of each sort, and how many there are. */
function named(all: readonly ReadinessBlock[]) {
	const { rows, of } = firstOfEach(all);
	return { blocks: rows, of };
}

/**
 * Every work package with its items, health and readiness, and the health of the whole. Health and readiness are null
 * for those who do not follow the progress. Six queries, whatever the size of the plan.
 */
export async function listPlanProgress(db: Db, actor: Actor, data: DataOf, today: Day) {
	const workPackages = await listWorkPackages(db, actor.projectId);
	const found = await findPlan(db, data);
	const { byPackage } = planItems(found, actor);
	const counted = countedPackages(found, actor);
	const packages = workPackages.map((one) => ({
		...one,
		items: byPackage.get(one.id) ?? [],
		counts: counted.get(one.id) ?? countsOf([])
	}));
	if (!mayAlways(actor, 'progress:read'))
		return {
			project: null,
			soonDays: null,
			overrides: [],
			workPackages: packages.map((one) => ({ ...one, progress: null }))
		};

	const { plan } = await findQualityPlan(db, actor.projectId);
	const risks = await listRisks(db, actor.projectId);
	const overrides = await listHealthOverrides(db, actor.projectId);
	const judged = judgedPackages(
		found,
		actor,
		{ today, soonDays: plan.atRiskDays },
		workPackages.map(({ id }) => id),
		risks.map(({ workPackageId, number, state }) => ({ workPackageId, number, state }))
	);
	return {
		project: { ...judged.health, override: standing(overrides, null, today) },
		soonDays: plan.atRiskDays,
		overrides,
		workPackages: packages.map((one) => {
			const own = judged.byPackage.get(one.id);
			const progress = own && {
				...own,
				health: { ...own.health, override: standing(overrides, one.id, today) },
				risks: risks.filter(({ workPackageId }) => workPackageId === one.id)
			};
			return { ...one, progress: progress ?? null };
		})
	};
}

function standing(
	overrides: readonly HealthOverrideRow[],
	workPackageId: string | null,
	today: Day
): HealthOverrideRow | null {
	return overrides.find((one) => one.workPackageId === workPackageId && isInForce(one, today)) ?? null;
}
