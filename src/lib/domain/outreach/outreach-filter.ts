import { lookingFor } from '#lib/domain/latin.ts';
import { OUTREACH_KINDS, type OutreachKind } from './outreach.ts';
import { OUTREACH_STATES, type OutreachState } from './states.ts';
import { OUTREACH_GAPS, type OutreachGap } from './rules.ts';

export interface OutreachFilter {
	q: string;
	kind: OutreachKind | null;
	state: OutreachState | null;
	/** `none`: nobody has told the day. */
	year: string | null;
	country: string | null;
	/** Acronym of who answers for it. */
	by: string | null;
	missing: OutreachGap | 'any' | null;
}

const oneOf = <T extends string>(value: string | null, all: readonly T[]): T | null =>
	all.find((one) => one === value) ?? null;

/** The filters as they stand in the address; what makes no sense is no filter. */
export function readOutreachFilter(query: URLSearchParams): OutreachFilter {
	const text = (name: string) => query.get(name)?.trim().slice(0, 100) ?? '';
	const shaped = (name: string, shape: RegExp) => (shape.test(text(name)) ? text(name) : null);
	return {
		q: text('q'),
		kind: oneOf(query.get('kind'), OUTREACH_KINDS),
		state: oneOf(query.get('state'), OUTREACH_STATES),
		year: shaped('year', /^(\d{4}|none)$/),
		country: shaped('country', /^[A-Z]{2}$/),
		by: text('by') === '' ? null : text('by'),
		missing: oneOf(query.get('missing'), [...OUTREACH_GAPS, 'any'])
	};
}

interface Line {
	kind: string;
	state: string;
	startsOn: string | null;
	country: string | null;
	acronym: string | null;
	search: string;
	gaps?: readonly string[];
}

type Wanted = Omit<OutreachFilter, 'kind' | 'missing'> & { kind: string | null; missing?: string | null };

export function filterOutreach<T extends Line>(lines: readonly T[], filter: Wanted): T[] {
	const isSought = lookingFor(filter.q);
	return lines.filter((line) => {
		const gaps = line.gaps ?? [];
		return (
			isSought(line.search) &&
			(filter.kind === null || line.kind === filter.kind) &&
			(filter.state === null || line.state === filter.state) &&
			(filter.year === null || (line.startsOn ?? 'none').startsWith(filter.year)) &&
			(filter.country === null || line.country === filter.country) &&
			(filter.by === null || line.acronym === filter.by) &&
			(!filter.missing || (filter.missing === 'any' ? gaps.length > 0 : gaps.includes(filter.missing)))
		);
	});
}
