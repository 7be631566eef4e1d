import type { Day } from '#lib/domain/days.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A stretch of a local day, in minutes after its midnight. */
export interface Slot {
	day: Day;
	startsAt: number;
	endsAt: number;
}

/** What a clock on a wall shows. */
export interface LocalTime {
	day: Day;
	/** After local midnight. */
	minutes: number;
	/** Minutes ahead of UTC. */
	offset: number;
}

/** `skipped`: the clocks go forward over this time · `twice`: they go back, so that it comes a second time. */
export type Clock = 'once' | 'skipped' | 'twice';

/**
 * The instant of a local time in an IANA zone. As RFC 5545 (3.3.5) has it, a time that comes twice is the first of the
 * two, and a skipped one is counted with the offset before the change.
 */
export function instantOf(timeZone: string, day: Day, minutes: number): { at: Date; clock: Clock } {
	const local = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
	const before = offsetAt(timeZone, local - DAY_MS);
	const after = offsetAt(timeZone, local + DAY_MS);
	const [first, second] = [...new Set([before, after])]
		.map((offset) => ({ ms: local - offset * MINUTE_MS, offset }))
		.filter(({ ms, offset }) => offsetAt(timeZone, ms) === offset)
		.map(({ ms }) => ms)
		.sort((a, b) => a - b);
	if (first === undefined) return { at: new Date(local - before * MINUTE_MS), clock: 'skipped' };
	return { at: new Date(first), clock: second === undefined ? 'once' : 'twice' };
}

/** What the clocks of a zone show at an instant. */
export function localTime(timeZone: string, at: Date): LocalTime {
	const offset = offsetAt(timeZone, at.getTime());
	const local = new Date(at.getTime() + offset * MINUTE_MS);
	return {
		day: local.toISOString().slice(0, 10),
		minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
		offset
	};
}

/** Does the runtime know the zone? */
export function isTimeZone(timeZone: string): boolean {
	return formatterOf(timeZone) !== undefined;
}

/** Minutes ahead of UTC at an instant. */
function offsetAt(timeZone: string, ms: number): number {
	const parts = formatterOf(timeZone)?.formatToParts(ms) ?? [];
	const of = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((part) => part.type === type)?.value ?? 0);
	const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	return Math.round((local - Math.floor(ms / 1000) * 1000) / MINUTE_MS);
}

const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
	if (!formatters.has(timeZone)) formatters.set(timeZone, newFormatter(timeZone));
	return formatters.get(timeZone);
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone,
			calendar: 'iso8601',
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
	} catch {
		return undefined;
	}
}
