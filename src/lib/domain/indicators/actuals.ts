import type { Day } from '#lib/domain/days.ts';
import { MISSING, NIL, notApplicable, total, valueOf, type Total, type Value } from '#lib/domain/values.ts';

/** Silence is no standing: what was not reported has no row. */
export const ACTUAL_STANDINGS = ['value', 'nil', 'not-applicable'] as const;
export type ActualStanding = (typeof ACTUAL_STANDINGS)[number];

export const ACTUAL_STATES = ['reported', 'returned', 'accepted', 'verified'] as const;
export type ActualState = (typeof ACTUAL_STATES)[number];

export type ActualStep = 'report' | 'accept' | 'return' | 'verify';

/** What one organisation reached up to a day, counted from the start. */
export interface Actual {
	organisationId: string;
	asOfOn: Day;
	standing: ActualStanding;
	value: number | null;
	reason: string;
	state: ActualState;
}

export interface IndicatorTotal extends Total {
	/** Of the sum: what somebody independent verified, and what was only accepted. */
	verified: number;
	accepted: number;
	/** The newest and the oldest day for which a counted number stands. */
	asOf: Day | null;
	oldestOn: Day | null;
}

/** The newest number of an organisation that stands on a day; what was returned does not stand. */
export function standingActual<A extends Actual>(
	actuals: readonly A[],
	organisationId: string,
	day: Day
): A | undefined {
	return actuals
		.filter((one) => one.organisationId === organisationId && one.state !== 'returned' && one.asOfOn <= day)
		.reduce<A | undefined>(
			(newest, one) => (newest && newest.asOfOn >= one.asOfOn ? newest : one),
			undefined
		);
}

function valueState(actual: Actual | undefined): Value {
	if (actual === undefined) return MISSING;
	if (actual.standing === 'nil') return NIL;
	if (actual.standing === 'not-applicable') return notApplicable(actual.reason);
	return actual.value === null ? MISSING : valueOf(actual.value);
}

/** Adds up the newest number of everybody who is asked; who is silent is missing, and never zero. */
export function indicatorTotal(
	reporterIds: readonly string[],
	actuals: readonly Actual[],
	day: Day
): IndicatorTotal {
	const standing = reporterIds.map((id) => standingActual(actuals, id, day));
	const counted = standing.filter((one) => one !== undefined);
	const sum = (state: ActualState) =>
		counted.filter((one) => one.state === state).reduce((all, one) => all + (one.value ?? 0), 0);
	const days = counted.map(({ asOfOn }) => asOfOn).sort();
	return {
		...total(standing.map(valueState)),
		verified: sum('verified'),
		accepted: sum('accepted'),
		asOf: days.at(-1) ?? null,
		oldestOn: days[0] ?? null
	};
}

export interface Point {
	on: Day;
	sum: number;
	isWhole: boolean;
}

/** The total on every day for which a number was reported. */
export function totalsOverTime(
	reporterIds: readonly string[],
	actuals: readonly Actual[],
	today: Day
): Point[] {
	const days = [...new Set(actuals.map(({ asOfOn }) => asOfOn))].filter((day) => day <= today).sort();
	return days.flatMap((on) => {
		const { sum, isWhole } = indicatorTotal(reporterIds, actuals, on);
		return sum === null ? [] : [{ on, sum, isWhole }];
	});
}
