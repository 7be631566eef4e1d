import { addDays, monthEnd, monthStart, type Day } from '#lib/domain/days.ts';

interface Period {
	startMonth: number;
	endMonth: number;
}

/** The reporting period of a day, or the last one before it, and the day with which the one before ended. */
export function periodOn<P extends Period>(
	periods: readonly P[],
	startOn: Day,
	today: Day
): { current: P | null; since: Day } {
	const begun = periods.filter(({ startMonth }) => monthStart(startOn, startMonth) <= today);
	const current = begun.at(-1) ?? null;
	const before = begun.filter(({ endMonth }) => monthEnd(startOn, endMonth) < today && current !== null);
	const last = before.filter((one) => one !== current).at(-1);
	return { current, since: last ? monthEnd(startOn, last.endMonth) : addDays(startOn, -1) };
}
