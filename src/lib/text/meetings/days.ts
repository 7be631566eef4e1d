import type { Day } from '#lib/domain/days.ts';
import { longDayText } from '#lib/text/dates.ts';

/** 4–5 December 2025; 27 February – 1 March 2026; days apart are listed. */
export function meetingDaysText(days: readonly Day[]): string {
	const [first, ...rest] = [...days].sort();
	const last = rest.at(-1);
	if (first === undefined) return 'no day yet';
	if (last === undefined) return longDayText(first);
	if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${longDayText(last)}`;
	return `${longDayText(first)} – ${longDayText(last)}`;
}

/** How far away the next meeting is: `in 12 days`, `tomorrow`, `today`, `now`. */
export function countdownText(days: number | null, isRunning: boolean): string {
	if (isRunning) return 'Now';
	if (days === null) return 'No day yet';
	if (days <= 0) return 'Today';
	return days === 1 ? 'Tomorrow' : `In ${days} days`;
}
