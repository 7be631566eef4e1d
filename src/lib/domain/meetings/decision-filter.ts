import { lookingFor } from '#lib/domain/latin.ts';
import { DECISION_STANDINGS, type DecisionStanding } from './decisions.ts';

/** What the address of the register says; an unknown value filters nothing. */
export interface DecisionFilter {
	q: string;
	/** The address of a meeting, or `none`: taken without one. */
	meeting: string | null;
	standing: DecisionStanding | null;
	year: string | null;
}

export interface FilteredDecision {
	search: string;
	decidedOn: string;
	standing: DecisionStanding;
	meetingSlug: string | null;
}

export function readDecisionFilter(params: URLSearchParams): DecisionFilter {
	const text = (name: string) => (params.get(name) ?? '').trim();
	return {
		q: text('q').slice(0, 200),
		meeting: text('meeting') || null,
		standing: DECISION_STANDINGS.find((one) => one === text('standing')) ?? null,
		year: /^\d{4}$/.test(text('year')) ? text('year') : null
	};
}

export function filterDecisions<D extends FilteredDecision>(
	decisions: readonly D[],
	filter: DecisionFilter
): D[] {
	const isSought = lookingFor(filter.q);
	return decisions.filter(
		(decision) =>
			isSought(decision.search) &&
			(filter.meeting === null || (decision.meetingSlug ?? 'none') === filter.meeting) &&
			(filter.standing === null || decision.standing === filter.standing) &&
			(filter.year === null || decision.decidedOn.startsWith(filter.year))
	);
}
