import { can, mayEver } from '#lib/domain/can.ts';
import { actionAgeing } from '#lib/domain/meetings/action-ageing.ts';
import { filterActions, readActionFilter, sortActions } from '#lib/domain/meetings/action-filter.ts';
import { page } from '#lib/server/http/page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listActions } from '#lib/server/queries/list-actions.ts';

const WEEKS = 12;

export const load = page('action:read', async ({ db, actor, project, today, url }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const all = await listActions(db, actor, { plan, today, timeZone: project.timeZone });
	const filter = readActionFilter(url.searchParams);
	const shown = sortActions(filterActions(all, filter, actor));
	const meetings = new Map(all.flatMap(({ meeting }) => (meeting ? [[meeting.slug, meeting.title]] : [])));
	const organisations = all.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
	return {
		filter,
		total: all.length,
		// Only what a row shows: the page is sent with its data for the chart.
		actions: shown.map(({ search: _, position: __, id: ___, ...row }) => row),
		ageing: actionAgeing(shown, today, WEEKS),
		meetings: [...meetings].map(([slug, title]) => ({ slug, title })),
		organisations: [...new Set(organisations)].sort((a, b) => a.localeCompare(b, 'en')),
		mayCreate: mayEver(actor, 'action:create') || can(actor, 'action:create', {}).ok,
		startOn: project.startOn,
		today
	};
});
