import type { PlanEntry } from './baselines.ts';
import { addDays, type Day } from './days.ts';
import { fold } from './fold.ts';
import { lookingFor } from './latin.ts';
import { isOverdue, wasOverdue } from './lateness.ts';
import type { ListedItem } from './listed-item.ts';

export const ITEM_SORTS = ['code', 'due', 'state', 'holder'] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

export const DUE_WITHIN = [30, 60, 90] as const;
type DueWithin = (typeof DUE_WITHIN)[number];

/** What the address of the list says; an unknown value filters nothing. */
export interface ItemFilter {
	q: string;
	wp: number | null;
	lead: string | null;
	/** A state of the kind listed, or `open`: somebody still holds it. */
	state: string | null;
	late: 'now' | 'done' | null;
	country: string | null;
	/** Open and due within so many days; overdue ones, too. */
	due: DueWithin | null;
	mine: boolean;
	sort: ItemSort;
	descending: boolean;
}

export function readItemFilter(params: URLSearchParams, states: readonly string[]): ItemFilter {
	const text = (name: string) => (params.get(name) ?? '').trim();
	const state = text('state');
	const wp = Number(text('wp'));
	return {
		q: text('q').slice(0, 200),
		wp: Number.isInteger(wp) && wp > 0 ? wp : null,
		lead: text('lead') || null,
		state: state === 'open' || states.includes(state) ? state : null,
		late: text('late') === '' ? null : text('late') === 'done' ? 'done' : 'now',
		country: text('country') || null,
		due: DUE_WITHIN.find((days) => String(days) === text('due')) ?? null,
		mine: text('mine') !== '',
		sort: ITEM_SORTS.find((sort) => sort === text('sort')) ?? 'code',
		descending: text('dir') === 'desc'
	};
}

/** `leadId` is the organisation that the filter names by its code. */
export function filterItems<I extends ListedItem>(
	items: readonly I[],
	filter: ItemFilter,
	leadId: string | null,
	today: Day
): I[] {
	const isSought = lookingFor(filter.q);
	return items.filter(
		(item) =>
			isSought(`${fold(item.code)} ${item.search}`) &&
			(filter.wp === null || item.workPackage === filter.wp) &&
			(filter.lead === null || item.leadOrganisationId === leadId) &&
			(filter.country === null || item.leadCountry === filter.country) &&
			(filter.state === null ||
				(filter.state === 'open' ? item.holder !== null : item.state === filter.state)) &&
			(filter.late === null || (filter.late === 'now' ? isOverdue : wasOverdue)(item.dates)) &&
			(filter.due === null || isDueBy(item, addDays(today, filter.due))) &&
			(!filter.mine || item.mine)
	);
}

function isDueBy({ dates: { due, doneOn, state } }: ListedItem, until: Day): boolean {
	return due !== null && due <= until && doneOn === null && state !== 'ended';
}

/** Whether a record that is gone fits a filter; one that asks for what only living items have leaves it out. */
export function fitsPlanFilter(entry: PlanEntry, filter: ItemFilter, leadId: string | null): boolean {
	const text = fold(`${entry.code} ${entry.title}`);
	return (
		filter.state === null &&
		filter.late === null &&
		filter.country === null &&
		filter.due === null &&
		!filter.mine &&
		lookingFor(filter.q)(text) &&
		(filter.wp === null || entry.workPackageNumber === filter.wp) &&
		(filter.lead === null || entry.leadOrganisationId === leadId)
	);
}

/** By code where the chosen order says nothing; items without a day or a holder come last. */
export function sortItems<I extends ListedItem>(
	items: readonly I[],
	{ sort, descending }: Pick<ItemFilter, 'sort' | 'descending'>,
	stateOrder: readonly string[]
): I[] {
	const turn = descending ? -1 : 1;
	const byCode = (a: I, b: I) => a.position - b.position || (a.code < b.code ? -1 : 1);
	const by: Record<ItemSort, (a: I, b: I) => number> = {
		code: (a, b) => turn * byCode(a, b),
		due: (a, b) => lastWithout(a.dates.due, b.dates.due, turn),
		state: (a, b) => turn * (stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state)),
		holder: (a, b) => lastWithout(heldSince(a), heldSince(b), turn)
	};
	return [...items].sort((a, b) => by[sort](a, b) || byCode(a, b));
}

/** What is planned for later lies in nobody's hand yet. */
function heldSince({ holder, holderDays }: ListedItem): string | null {
	return holderDays === null ? null : (holder?.since ?? null);
}

function lastWithout(a: string | null, b: string | null, turn: number): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return a === b ? 0 : a < b ? -turn : turn;
}
