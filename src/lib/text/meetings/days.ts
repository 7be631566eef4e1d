import type { Day } from '#lib/domain/days.ts';
import { slotIn } from '#lib/domain/meetings/local-slots.ts';
import { longDayText } from '#lib/text/dates.ts';
import { localSlotText, slotOffsetText } from './zones.ts';

/** 4–5 December 2025; 27 February – 1 March 2026; days apart are listed. */
export function meetingDaysText(days: readonly Day[]): string {
	const [first, ...rest] = [...days].sort();
	const last = rest.at(-1);
	if (first === undefined) return 'no day yet';
	if (last === undefined) return longDayText(first);
	if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${longDayText(last)}`;
	return `${longDayText(first)} – ${longDayText(last)}`;
}

interface MeetingHours {
	day: Day;
	startsAt: number | null;
	endsAt: number | null;
}

/** 09:30–13:00 UTC+2, on the clocks of the meeting; of days with other hours the offset alone; empty without hours. */
export function meetingHoursText(timeZone: string, days: readonly MeetingHours[]): string {
	const slots = days.flatMap(({ day, startsAt, endsAt }) =>
		startsAt === null || endsAt === null ? [] : [slotIn(timeZone, timeZone, { day, startsAt, endsAt })]
	);
	const hours = [...new Set(slots.map(localSlotText))];
	const offsets = [...new Set(slots.map(slotOffsetText))].join(', then ');
	return hours.length === 1 ? `${hours.join('')} ${offsets}` : offsets;
}

/** How far away the next meeting is: `in 12 days`, `tomorrow`, `today`, `now`. */
export function countdownText(days: number | null, isRunning: boolean): string {
	if (isRunning) return 'Now';
	if (days === null) return 'No day yet';
	if (days <= 0) return 'Today';
	return days === 1 ? 'Tomorrow' : `In ${days} days`;
}
