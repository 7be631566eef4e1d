import { addDays, daysBetween, type Day } from '#lib/domain/days.ts';
import type { Algorithm } from './algorithm.ts';
import { EVER, seriesOf, type EntryPast, type SeriesPoint } from './target-series.ts';
import { recordedSince } from './projection.ts';
import { rounded, type Aim } from './targets.ts';

/** Weeks that a burn-up looks back at most. */
const BURN_UP_WEEKS = 52;

export interface TargetBurnUp {
	/** Week by week up to today; empty before anything was recorded. */
	points: readonly SeriesPoint[];
	/** The even way from where the catalogue stood when the target was set to the target on its day. */
	line: { fromOn: Day; from: number; toOn: Day; to: number };
}

/** The first day a burn-up needs. */
export function burnUpFrom(today: Day): Day {
	return addDays(today, -7 * BURN_UP_WEEKS);
}

export function targetBurnUp(
	aim: Aim,
	setOn: Day,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	today: Day
): TargetBurnUp {
	const since = recordedSince(entries) ?? today;
	const first = since === EVER || since < burnUpFrom(today) ? burnUpFrom(today) : since;
	const weeks = Math.ceil(daysBetween(first, today) / 7);
	const days = Array.from({ length: weeks + 1 }, (_, index) => addDays(today, 7 * (index - weeks)));
	const points = seriesOf(aim, algorithm, entries, days);
	const fromOn = setOn < first ? first : setOn > today ? today : setOn;
	const [from] = seriesOf(aim, algorithm, entries, [fromOn]);
	return { points, line: { fromOn, from: from?.have ?? 0, toOn: aim.dueOn, to: aim.amount } };
}

/** What the line asks for on a day; nothing before it begins, all of it from the due day on. */
export function lineAt({ line }: TargetBurnUp, day: Day): number | null {
	if (day < line.fromOn) return null;
	const length = daysBetween(line.fromOn, line.toOn);
	if (length <= 0 || day >= line.toOn) return line.to;
	return rounded(line.from + ((line.to - line.from) * daysBetween(line.fromOn, day)) / length);
}
