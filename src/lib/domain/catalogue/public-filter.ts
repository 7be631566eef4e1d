import { fold } from '#lib/domain/fold.ts';
import { lookingFor } from '#lib/domain/latin.ts';

/** What a published entry is found by. */
export interface PublicHead {
	id: string;
	code: string;
	title: string;
	/** Folded words of all its languages, and the names of its awarding bodies. */
	search: string;
	countries: readonly string[];
	/** Codes of its awarding bodies. */
	organisations: readonly string[];
	themes: readonly string[];
	languages: readonly string[];
	levels: readonly string[];
	sdgs: readonly string[];
	forms: readonly string[];
}

/** A name in the address, and what it is compared with. */
const FACETS = {
	theme: 'themes',
	country: 'countries',
	organisation: 'organisations',
	language: 'languages',
	level: 'levels',
	sdg: 'sdgs',
	form: 'forms'
} as const;

export type PublicFacet = keyof typeof FACETS;
export const PUBLIC_FACETS: readonly PublicFacet[] = [
	'theme',
	'country',
	'organisation',
	'language',
	'level',
	'sdg',
	'form'
];

export interface PublicFilter {
	q: string;
	/** As it was typed. */
	typed: string;
	chosen: Readonly<Record<PublicFacet, string>>;
	page: number;
}

const LONGEST = 100;

export function readPublicFilter(params: URLSearchParams): PublicFilter {
	const word = (name: string) => (params.get(name) ?? '').trim().slice(0, LONGEST);
	const page = Number(word('page'));
	return {
		q: fold(word('q')),
		typed: word('q'),
		chosen: {
			theme: word('theme'),
			country: word('country'),
			organisation: word('organisation'),
			language: word('language'),
			level: word('level'),
			sdg: word('sdg'),
			form: word('form')
		},
		page: Number.isInteger(page) && page > 0 ? page : 1
	};
}

export function fits(head: PublicHead, { q, chosen }: Pick<PublicFilter, 'q' | 'chosen'>): boolean {
	const isChosen = PUBLIC_FACETS.every(
		(facet) => chosen[facet] === '' || head[FACETS[facet]].includes(chosen[facet])
	);
	return isChosen && lookingFor(q)(head.search);
}

/** How many entries each value of each facet has, by code. */
export function countFacets(
	heads: readonly PublicHead[]
): Record<PublicFacet, { code: string; count: number }[]> {
	const count = (facet: PublicFacet) => {
		const counts = new Map<string, number>();
		for (const head of heads)
			for (const code of new Set(head[FACETS[facet]])) counts.set(code, (counts.get(code) ?? 0) + 1);
		return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => (a.code < b.code ? -1 : 1));
	};
	return {
		theme: count('theme'),
		country: count('country'),
		organisation: count('organisation'),
		language: count('language'),
		level: count('level'),
		sdg: count('sdg'),
		form: count('form')
	};
}
