import { addDays, type Day } from '#lib/domain/days.ts';
import type { EntryPast } from './target-series.ts';
import { rounded, type Gap } from './targets.ts';

/** Weeks that the pace is taken from. */
export const PACE_WEEKS = 8;
/** Fewer weeks than this say nothing. */
export const LEAST_WEEKS = 3;
/** A date further away than this is no date. */
const HORIZON_DAYS = 3650;

/** 80 % two-sided quantile of Student's t, by degrees of freedom. */
const T80: readonly number[] = [0, 3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415];

/** Growth a week: the mean, and the range it lies in four times out of five. */
export interface Pace {
	weeks: number;
	low: number;
	mean: number;
	high: number;
}

/**
 * The mean net growth of the last weeks ± Student's t (80 %) × its standard error. The spread of a week is taken no
 * smaller than that of things arriving at random at this pace (Poisson), or at one in all these weeks: a quiet spell
 * proves no certainty. `unit` is what one entry adds: 1, or its usual credits.
 */
export function paceOf(weekly: readonly number[], unit = 1): Pace | null {
	const weeks = weekly.length;
	if (weeks < LEAST_WEEKS) return null;
	const mean = weekly.reduce((sum, one) => sum + one, 0) / weeks;
	const spread = weekly.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (weeks - 1);
	const atRandom = unit ** 2 * Math.max(mean / unit, 1 / weeks);
	const t = T80[Math.min(weeks - 1, T80.length - 1)] ?? 1.415;
	const margin = t * Math.sqrt(Math.max(spread, atRandom) / weeks);
	return { weeks, low: mean - margin, mean, high: mean + margin };
}

/** The days the pace is measured between, a week apart and the last one today; fewer where the record is younger. */
export function paceDays(today: Day, recordedSince: Day | null): Day[] {
	if (recordedSince === null) return [];
	const days = Array.from({ length: PACE_WEEKS + 1 }, (_, index) => addDays(today, 7 * (index - PACE_WEEKS)));
	return days.filter((day) => day >= recordedSince);
}

/** The day of the first step recorded of any entry. */
export function recordedSince(entries: readonly EntryPast[]): Day | null {
	const days = entries.flatMap(({ states }) => states.slice(0, 1).map(({ fromOn }) => fromOn));
	return days.reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
}

export type TargetVerdict = 'reached' | 'on-track' | 'at-risk' | 'will-miss' | 'missed' | 'unknown';

/** At one pace: the count on the due day, and the day the target is reached; null when never within ten years. */
export interface Outcome {
	haveByDue: number;
	reachedOn: Day | null;
}

export interface Projection {
	verdict: TargetVerdict;
	/** Null with insufficient history. */
	pace: Pace | null;
	expected: Outcome | null;
	best: Outcome | null;
	worst: Outcome | null;
}

/** Will it be reached? On track at the usual pace, at risk where only the upper end of the range gets there. */
export function projectionOf(gap: Gap, pace: Pace | null, today: Day): Projection {
	const ahead = pace !== null && gap.gap > 0 && gap.daysLeft >= 0;
	const outcome = (perWeek: number) => outcomeAt(gap, perWeek, today);
	const expected = ahead ? outcome(pace.mean) : null;
	const best = ahead ? outcome(pace.high) : null;
	const worst = ahead ? outcome(pace.low) : null;
	return { verdict: verdictOf(gap, expected, best), pace, expected, best, worst };
}

function verdictOf(gap: Gap, expected: Outcome | null, best: Outcome | null): TargetVerdict {
	if (gap.gap === 0) return 'reached';
	if (gap.daysLeft < 0) return 'missed';
	if (!expected || !best) return 'unknown';
	if (expected.haveByDue >= gap.want) return 'on-track';
	return best.haveByDue >= gap.want ? 'at-risk' : 'will-miss';
}

function outcomeAt(gap: Gap, perWeek: number, today: Day): Outcome {
	const haveByDue = Math.max(0, gap.have + (perWeek * gap.daysLeft) / 7);
	const days = perWeek > 0 ? Math.ceil((gap.gap / perWeek) * 7 - 1e-9) : Infinity;
	return { haveByDue: rounded(haveByDue), reachedOn: days > HORIZON_DAYS ? null : addDays(today, days) };
}
