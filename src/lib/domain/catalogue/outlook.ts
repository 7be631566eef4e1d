import { addDays, type Day } from '#lib/domain/days.ts';
import type { Algorithm } from './algorithm.ts';
import { PACE_WEEKS, paceDays, paceOf, projectionOf, recordedSince, type Projection } from './projection.ts';
import { counterOf, seriesOf, type EntryPast } from './target-series.ts';
import { gapOf, isInScope, rounded, type Aim, type Gap } from './targets.ts';

/** Where a target stands, and whether it will be reached. */
export interface Outlook extends Gap, Projection {
	/** Net growth of each of the last weeks, oldest first. */
	weekly: readonly number[];
	/** Entries that would count, but whose credits nobody has given. */
	withoutEcts: number;
}

/** The first day of which an outlook must know. */
export function outlookFrom(today: Day): Day {
	return addDays(today, -7 * PACE_WEEKS);
}

export function outlookOf(
	aim: Aim,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	today: Day
): Outlook {
	const days = paceDays(today, recordedSince(entries));
	const points = seriesOf(aim, algorithm, entries, days.length > 0 ? days : [today]);
	const have = points.at(-1)?.have ?? 0;
	const weekly = points.slice(1).map(({ growth }) => growth);
	const gap = gapOf(have, aim.amount, aim.dueOn, today);
	const pace = paceOf(weekly, unitOf(aim, algorithm, entries, have, today));
	const withoutEcts = aim.measure === 'ects' ? countWithoutEcts(aim, algorithm, entries, today) : 0;
	return { ...gap, ...projectionOf(gap, pace, today), weekly, withoutEcts };
}

/** What one entry usually adds: 1, or the mean credits of those that count; 1 where nothing is known. */
function unitOf(
	aim: Aim,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	have: number,
	today: Day
): number {
	if (aim.measure === 'entries') return 1;
	const count = counterOf(aim, algorithm);
	const counted = entries.filter((entry) => count(entry, today) > 0).length;
	return counted > 0 && have > 0 ? have / counted : 1;
}

function countWithoutEcts(aim: Aim, algorithm: Algorithm, entries: readonly EntryPast[], today: Day): number {
	const count = counterOf(aim, algorithm);
	const countEntry = counterOf({ ...aim, measure: 'entries' }, algorithm);
	return entries.filter((entry) => countEntry(entry, today) > 0 && count(entry, today) === 0).length;
}

/** What the part of a country, an organisation … adds to a target of the whole. */
export function partOf(
	aim: Aim,
	part: Pick<Aim, 'scopeKind' | 'scopeCode'>,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	today: Day
): number {
	const own = entries.filter((entry) => {
		const theme = entry.themes.findLast(({ fromOn }) => fromOn <= today)?.value ?? null;
		const level = entry.levels.findLast(({ fromOn }) => fromOn <= today)?.value ?? null;
		return isInScope(part, { ...entry, theme, level });
	});
	const count = counterOf(aim, algorithm);
	return rounded(own.reduce((sum, entry) => sum + count(entry, today), 0));
}
