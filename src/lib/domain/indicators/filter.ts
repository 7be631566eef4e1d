import { lookingFor } from '#lib/domain/latin.ts';
import type { IndicatorTotal } from './actuals.ts';
import type { TargetStanding } from './targets.ts';

const SHOWN = ['silent', 'waiting', 'mine', 'missed', 'proposed'] as const;

export interface IndicatorFilter {
	q: string;
	wp: number | null;
	goal: number | null;
	/**
	 * `silent`: somebody has not reported; `waiting`: somebody has to look;
	 * `mine`: my organisation is asked; `proposed`: a target is proposed.
	 */
	show: (typeof SHOWN)[number] | null;
}

export function readIndicatorFilter(query: URLSearchParams): IndicatorFilter {
	const number = (name: string) => {
		const text = query.get(name) ?? '';
		return /^\d{1,2}$/.test(text) ? Number(text) : null;
	};
	return {
		q: (query.get('q') ?? '').trim().slice(0, 200),
		wp: number('wp'),
		goal: number('goal'),
		show: SHOWN.find((one) => one === query.get('show')) ?? null
	};
}

interface Filtered {
	search: string;
	workPackages: readonly number[];
	goals: readonly number[];
	asked: readonly string[];
	total: IndicatorTotal;
	standing: TargetStanding | null;
	waiting: number;
	proposed: number;
}

export function filterIndicators<I extends Filtered>(
	indicators: readonly I[],
	filter: IndicatorFilter,
	organisationId: string | null
): I[] {
	const isSought = lookingFor(filter.q);
	return indicators.filter(
		(one) =>
			isSought(one.search) &&
			(filter.wp === null || one.workPackages.includes(filter.wp)) &&
			(filter.goal === null || one.goals.includes(filter.goal)) &&
			(filter.show !== 'silent' || !one.total.isWhole) &&
			(filter.show !== 'waiting' || one.waiting > 0) &&
			(filter.show !== 'proposed' || one.proposed > 0) &&
			(filter.show !== 'missed' || one.standing === 'missed') &&
			(filter.show !== 'mine' || (organisationId !== null && one.asked.includes(organisationId)))
	);
}
