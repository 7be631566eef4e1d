import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { filterItems, fitsPlanFilter, readItemFilter, sortItems } from '#lib/domain/item-filter.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { itemEntry } from '#lib/domain/list-comparison.ts';
import { itemTallies } from '#lib/domain/item-tallies.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import { findListComparison } from './find-list-comparison.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { findPlan } from './find-plan.ts';
import { listedItems } from './list-items.ts';
import { listOrganisations } from './list-organisations.ts';

const PAGE_SIZE = 100;

interface Asked {
	data: DataOf;
	kind: PlanKind;
	/** States of that kind, in the order of its life. */
	states: readonly string[];
	/** States whose items are counted above the list. */
	counted: readonly string[];
	today: Day;
	url: URL;
}

/** One page of the list of a kind as its address asks for it, with what is counted of all of them and what filters offer. */
export async function findItemList(db: Db, actor: Actor, { data, kind, states, counted, today, url }: Asked) {
	const { plan } = await findQualityPlan(db, actor.projectId);
	const { parts } = await findPlan(db, data, kind);
	const items = listedItems(parts, actor, { today, soonDays: plan.atRiskDays });
	const organisations = await listOrganisations(db, actor.projectId);
	const filter = readItemFilter(url.searchParams, states);
	const leadId = organisations.find((one) => one.code === filter.lead)?.id ?? null;
	const found = sortItems(filterItems(items, filter, leadId, today), filter, states);
	const against = await findListComparison(db, actor, {
		kind,
		url,
		now: () => items.map(itemEntry),
		isShown: (entry) => fitsPlanFilter(entry, filter, leadId)
	});
	const number = pageParam(url, found.length, PAGE_SIZE);

	const leadIds = new Set(items.map((item) => item.leadOrganisationId));
	const leads = organisations.filter((one) => leadIds.has(one.id));
	const isInside = mayAlways(actor, 'progress:read');
	return {
		items: found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
		found: found.length,
		total: items.length,
		pager: { page: number, size: PAGE_SIZE },
		tallies: isInside && itemTallies(items, counted),
		filter,
		against,
		leads: leads.map(({ code, acronym, country }) => ({ code, acronym, country })),
		countries: [...new Set(leads.map((one) => one.country))].sort(),
		packages: [...new Set(items.map((item) => item.workPackage))].sort((a, b) => a - b),
		isInside,
		today,
		query: url.search
	};
}
