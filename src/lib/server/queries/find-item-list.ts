import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	filterItems,
	fitsPlanFilter,
	readItemFilter,
	sortItems,
	type ItemFilter
} from '#lib/domain/item-filter.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { itemEntry } from '#lib/domain/list-comparison.ts';
import { itemTallies } from '#lib/domain/item-tallies.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { findListComparison } from './find-list-comparison.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { findPlan, seenPlan, type JudgedOn, type Plan } from './find-plan.ts';
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

const fittingItems = madeOf(
	(
		plan: Plan,
		actor: Actor,
		on: JudgedOn,
		kind: PlanKind,
		filter: ItemFilter & { leadId: string | null },
		states: readonly string[]
	) => {
		const items = seenPlan(plan, actor, on).byKind[kind];
		return sortItems(filterItems(items, filter, filter.leadId, on.today), filter, states);
	}
);

const countedItems = madeOf(
	(plan: Plan, actor: Actor, on: JudgedOn, kind: PlanKind, counted: readonly string[]) => {
		const items = seenPlan(plan, actor, on).byKind[kind];
		return {
			tallies: itemTallies(items, counted),
			leadIds: new Set(items.map((item) => item.leadOrganisationId)),
			packages: [...new Set(items.map((item) => item.workPackage))].sort((a, b) => a - b)
		};
	}
);

/** One page of the list of a kind as its address asks for it, with what is counted of all of them and what filters offer. */
export async function findItemList(db: Db, actor: Actor, { data, kind, states, counted, today, url }: Asked) {
	const { plan } = await findQualityPlan(db, actor.projectId);
	const found = await findPlan(db, data);
	const on = { today, soonDays: plan.atRiskDays };
	const items = seenPlan(found, actor, on).byKind[kind];
	const organisations = await listOrganisations(db, actor.projectId);
	const filter = readItemFilter(url.searchParams, states);
	const leadId = organisations.find((one) => one.code === filter.lead)?.id ?? null;
	const fitting = fittingItems(found, actor, on, kind, { ...filter, leadId }, states);
	const against = await findListComparison(db, actor, {
		kind,
		url,
		now: () => items.map(itemEntry),
		isShown: (entry) => fitsPlanFilter(entry, filter, leadId)
	});
	const number = pageParam(url, fitting.length, PAGE_SIZE);

	const { tallies, leadIds, packages } = countedItems(found, actor, on, kind, counted);
	const leads = organisations.filter((one) => leadIds.has(one.id));
	const isInside = mayAlways(actor, 'progress:read');
	return {
		items: fitting.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
		found: fitting.length,
		total: items.length,
		pager: { page: number, size: PAGE_SIZE },
		tallies: isInside && tallies,
		filter,
		against,
		leads: leads.map(({ code, acronym, country }) => ({ code, acronym, country })),
		countries: [...new Set(leads.map((one) => one.country))].sort(),
		packages,
		isInside,
		today,
		query: url.search
	};
}
