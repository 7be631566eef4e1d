import {
	filterDeliverables,
	readDeliverableFilter,
	sortDeliverables
} from '#lib/domain/deliverable-filter.ts';
import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import { page } from '#lib/server/http/page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { pageParam } from '#lib/schemas/page-param.ts';

const PAGE_SIZE = 100;

export const load = page('deliverable:read', async ({ db, actor, project, today, url }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const context = { today, soonDays: plan.atRiskDays };
	const items = await listItems(db, actor, context, 'deliverable');
	const organisations = await listOrganisations(db, project.id);
	const filter = readDeliverableFilter(url.searchParams);
	const leadId = organisations.find((one) => one.code === filter.lead)?.id ?? null;
	const found = sortDeliverables(filterDeliverables(items, filter, leadId), filter, DELIVERABLE_STATES);
	const number = pageParam(url, found.length, PAGE_SIZE);

	const leads = new Set(items.map((item) => item.leadOrganisationId));
	const count = (chosen: typeof items) => ({ count: chosen.length, of: items.length });
	return {
		items: found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
		found: found.length,
		total: items.length,
		pager: { page: number, size: PAGE_SIZE },
		filter,
		tallies: {
			late: count(items.filter((item) => item.dates.state === 'late')),
			mine: count(items.filter((item) => item.mine)),
			inReview: count(items.filter((item) => item.state === 'in-review')),
			accepted: count(items.filter((item) => item.state === 'accepted'))
		},
		leads: organisations
			.filter((one) => leads.has(one.id))
			.map(({ code, acronym, country }) => ({ code, acronym, country })),
		countries: [
			...new Set(organisations.filter((one) => leads.has(one.id)).map((one) => one.country))
		].sort(),
		packages: [...new Set(items.map((item) => item.workPackage))].sort((a, b) => a - b),
		startOn: project.startOn,
		today,
		query: url.search
	};
});
