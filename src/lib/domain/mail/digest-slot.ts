import { addDays, type Day } from '#lib/domain/days.ts';
import { instantOf, localTime } from '#lib/domain/meetings/zones.ts';

export type DigestRhythm = 'daily' | 'weekly' | 'off';

/** Minutes after midnight, where the reader is. */
const MORNING = 7 * 60;
const MONDAY = 1;

/** The last morning on which a digest was to be sent: its day where the reader is, and its instant. */
export function digestSlot(now: Date, rhythm: 'daily' | 'weekly', timeZone: string): { day: Day; at: Date } {
	const { day: today } = localTime(timeZone, now);
	const latest = morningOf(timeZone, today).at <= now ? today : addDays(today, -1);
	const back = rhythm === 'weekly' ? daysSinceMonday(latest) : 0;
	return morningOf(timeZone, addDays(latest, -back));
}

function morningOf(timeZone: string, day: Day): { day: Day; at: Date } {
	return { day, at: instantOf(timeZone, day, MORNING).at };
}

function daysSinceMonday(day: Day): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - MONDAY) % 7;
}
