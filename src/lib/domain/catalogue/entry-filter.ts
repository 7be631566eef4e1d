import { fold } from '#lib/domain/fold.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';

export const ENTRY_SORTS = ['code', 'title', 'state', 'owner', 'due', 'gaps', 'ects'] as const;
export type EntrySort = (typeof ENTRY_SORTS)[number];

/** What the list of entries is narrowed to, as its address asks. Codes; null: all. */
export interface EntryFilter {
	q: string;
	state: string | null;
	country: string | null;
	/** Code of the owner. */
	organisation: string | null;
	theme: string | null;
	language: string | null;
	sdg: string | null;
	level: string | null;
	gaps: 'with' | 'without' | null;
	/** Entries this actor is the author of. */
	mine: boolean;
	sort: EntrySort;
	descending: boolean;
	/** Country or organisation come from the actor's role, not from the address. */
	isDefault: boolean;
}

const LONGEST = 100;

/** Without a word on country or organisation, a role sees what it answers for; `all` widens it. */
export function readEntryFilter(
	params: URLSearchParams,
	actor: Actor,
	organisationCode: string | null
): EntryFilter {
	const word = (name: string) => {
		const text = (params.get(name) ?? '').trim().slice(0, LONGEST);
		return text === '' ? null : text;
	};
	const scope = { country: word('country'), organisation: word('organisation') };
	const isDefault = scope.country === null && scope.organisation === null && !params.has('all');
	const gaps = params.get('gaps');
	const sort = ENTRY_SORTS.find((one) => one === params.get('sort')) ?? 'code';
	return {
		q: fold(word('q') ?? ''),
		state: word('state'),
		...(isDefault ? defaultScope(actor, organisationCode) : scope),
		theme: word('theme'),
		language: word('language'),
		sdg: word('sdg'),
		level: word('level'),
		gaps: gaps === 'with' || gaps === 'without' ? gaps : null,
		mine: params.get('mine') === '1',
		sort,
		descending: params.get('dir') === 'desc',
		isDefault
	};
}

const SEES_ALL = ['coordinator', 'qa-lead', 'qa-reviewer', 'wp-leader', 'external-evaluator'] as const;

/** All for who looks after the whole; else the own country, else the own organisation. */
export function defaultScope(
	actor: Actor,
	organisationCode: string | null
): Pick<EntryFilter, 'country' | 'organisation'> {
	if (SEES_ALL.some((role) => hasRole(actor, role))) return { country: null, organisation: null };
	const national = actor.grants.find((grant) => grant.role === 'national-coordinator');
	if (national) return { country: national.scopeId ?? actor.country, organisation: null };
	if (hasRole(actor, 'partner')) return { country: null, organisation: organisationCode };
	return { country: null, organisation: null };
}
