import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { indicatorTotal, totalsOverTime } from '#lib/domain/indicators/actuals.ts';
import { currentTarget, targetStanding } from '#lib/domain/indicators/targets.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listActuals, listIndicatorReporters, listIndicatorTargets } from './list-indicator-parts.ts';

/**
 * Indicators with their totals, targets and what was reported over time. Who sees only what is public sees the public
 * ones, with numbers that somebody accepted. Four queries.
 */
export async function listIndicators(db: Db, actor: Actor, today: Day) {
	const seesAll = mayAlways(actor, 'indicator:read');
	const rows = await selectIndicators(db, actor.projectId, seesAll).execute();
	const targets = await listIndicatorTargets(db, actor.projectId);
	const reporters = await listIndicatorReporters(db, actor.projectId);
	const actuals = await listActuals(db, actor.projectId);
	return rows.map(({ packages, packageIds: _, goals, proposed, ...row }) => {
		const of = <T extends { indicatorId: string }>(all: readonly T[]) =>
			all.filter(({ indicatorId }) => indicatorId === row.id);
		const own = of(actuals).filter(({ state }) => seesAll || state === 'accepted' || state === 'verified');
		const asked = of(reporters).map(({ id }) => id);
		const totalOn = (day: Day) => indicatorTotal(asked, own, day);
		const total = totalOn(today);
		const target = currentTarget(of(targets), today);
		return {
			...row,
			workPackages: numbersOf(packages),
			goals: numbersOf(goals),
			asked,
			total,
			target,
			standing: target && targetStanding(target, totalOn, today),
			targets: of(targets),
			points: totalsOverTime(asked, own, today),
			proposed: seesAll ? Number(proposed ?? 0) : 0,
			waiting: seesAll ? of(actuals).filter(({ state }) => state === 'reported').length : 0
		};
	});
}

export function selectIndicators(db: Db, projectId: string, seesAll: boolean) {
	return db
		.selectFrom('indicator')
		.select(['indicator.id', 'indicator.code', 'indicator.title', 'indicator.description', 'indicator.unit'])
		.select(['indicator.baseline', 'indicator.baselineOn', 'indicator.level', 'indicator.closedAt'])
		.select(['indicator.origin', 'indicator.search', 'indicator.version', 'indicator.measure'])
		.select((eb) => [
			eb
				.selectFrom('indicatorWorkPackage as link')
				.innerJoin('workPackage', 'workPackage.id', 'link.workPackageId')
				.whereRef('link.indicatorId', '=', 'indicator.id')
				.select(sql<string>`string_agg(cast(work_package.number as text), ',')`.as('numbers'))
				.as('packages'),
			eb
				.selectFrom('indicatorWorkPackage as link')
				.whereRef('link.indicatorId', '=', 'indicator.id')
				.select(sql<string>`string_agg(link.work_package_id, ',')`.as('ids'))
				.as('packageIds'),
			eb
				.selectFrom('indicatorGoal as link')
				.innerJoin('developmentGoal', 'developmentGoal.id', 'link.goalId')
				.whereRef('link.indicatorId', '=', 'indicator.id')
				.select(sql<string>`string_agg(cast(development_goal.number as text), ',')`.as('numbers'))
				.as('goals'),
			eb
				.selectFrom('indicatorTargetProposal as proposal')
				.whereRef('proposal.indicatorId', '=', 'indicator.id')
				.where('proposal.verdict', 'is', null)
				.select((proposal) => proposal.fn.countAll<number>().as('count'))
				.as('proposed')
		])
		.where('indicator.projectId', '=', projectId)
		.$if(!seesAll, (query) => query.where('indicator.level', '=', 'PU'))
		.orderBy('indicator.position')
		.orderBy('indicator.code');
}

export function numbersOf(text: string | null): number[] {
	return (text ?? '')
		.split(',')
		.filter(Boolean)
		.map(Number)
		.sort((a, b) => a - b);
}
