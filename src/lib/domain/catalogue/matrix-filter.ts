import { isDay, type Day } from '#lib/domain/days.ts';
import { isElement, type Element } from './elements.ts';

export const MATRIX_GROUPS = ['country', 'partner', 'theme', 'state', 'none'] as const;
export type MatrixGroup = (typeof MATRIX_GROUPS)[number];

/** `open` is missing or weak; `complete` asks for entries without an open cell. */
export const MATRIX_STANDINGS = ['open', 'missing', 'weak', 'complete'] as const;
export type MatrixStanding = (typeof MATRIX_STANDINGS)[number];

/** What the address of the gap matrix asks for; an unknown value filters nothing. */
export interface MatrixFilter {
	q: string;
	country: string | null;
	/** The owning or another awarding organisation, by its code or its id. */
	organisation: string | null;
	theme: string | null;
	state: string | null;
	element: Element | null;
	standing: MatrixStanding | null;
	group: MatrixGroup;
	/** Code of a profile; null for everything that the catalogue asks for. */
	profile: string | null;
	/** A past day, at whose end the matrix is shown. */
	on: Day | null;
	/** Code of the entry whose cells are explained. */
	entry: string | null;
}

/** The scope of a role holds while the address names none: `all`, a country or an organisation overrules it. */
export function readMatrixFilter(
	params: URLSearchParams,
	initial: { country: string | null; organisation: string | null },
	today: Day
): MatrixFilter {
	const text = (name: string) => (params.get(name) ?? '').trim().slice(0, 200);
	const code = (name: string) => text(name) || null;
	const isScoped = ['all', 'country', 'organisation'].some((name) => params.has(name));
	const on = text('on');
	const element = text('element');
	return {
		q: text('q'),
		country: isScoped ? code('country') : initial.country,
		organisation: isScoped ? code('organisation') : initial.organisation,
		theme: code('theme'),
		state: code('state'),
		element: isElement(element) ? element : null,
		standing: MATRIX_STANDINGS.find((one) => one === text('standing')) ?? null,
		group: MATRIX_GROUPS.find((one) => one === text('group')) ?? groupFor(initial),
		profile: code('profile'),
		on: isDay(on) && on < today ? on : null,
		entry: code('entry')
	};
}

/** The first level below what somebody answers for. */
function groupFor(initial: { country: string | null; organisation: string | null }): MatrixGroup {
	if (initial.organisation !== null) return 'none';
	return initial.country !== null ? 'partner' : 'country';
}

/** Every entry as it is now, under all that the catalogue needs. */
export const UNFILTERED: MatrixFilter = {
	q: '',
	country: null,
	organisation: null,
	theme: null,
	state: null,
	element: null,
	standing: null,
	group: 'none',
	profile: null,
	on: null,
	entry: null
};
