import { can, mayAlways } from '#lib/domain/can.ts';
import { filterIndicators, readIndicatorFilter } from '#lib/domain/indicators/filter.ts';
import { page } from '#lib/server/http/page.ts';
import { listGoals } from '#lib/server/queries/list-goals.ts';
import { listPublishedTags } from '#lib/server/queries/list-published-tags.ts';
import { listIndicators } from '#lib/server/queries/list-indicators.ts';

export const load = page('indicator:read', async ({ db, actor, project, today, url }) => {
	const all = await listIndicators(db, actor, today);
	const goals = await listGoals(db, project.id);
	const { sdgs } = await listPublishedTags(db, project.id);
	const filter = readIndicatorFilter(url.searchParams);
	const seesAll = mayAlways(actor, 'indicator:read');
	return {
		filter,
		seesAll,
		total: all.length,
		indicators: filterIndicators(all, filter, seesAll ? actor.organisationId : null).map(
			({ search: _, asked: __, description: ___, version: ____, measure: _____, ...row }) => row
		),
		goals: goals.map((goal) => ({
			...goal,
			entries: sdgs.find(({ code }) => code === String(goal.number))?.count ?? 0,
			indicators: all.filter((one) => one.goals.includes(goal.number)).map(({ code }) => code)
		})),
		workPackages: [...new Set(all.flatMap(({ workPackages }) => workPackages))].sort((a, b) => a - b),
		mayEdit: can(actor, 'indicator:target', {}).ok,
		today
	};
});
