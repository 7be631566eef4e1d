import type { Day } from '#lib/domain/days.ts';
import { instantOf, localTime } from './zones.ts';

const MINUTE_MS = 60_000;
/** No zone changes its clocks twice within a week. */
const STEP_MS = 7 * 24 * 60 * MINUTE_MS;

/** From here on these clocks count, said in the time before the change (RFC 5545, 3.6.5). */
export interface Observance {
	kind: 'STANDARD' | 'DAYLIGHT';
	/** `YYYYMMDDTHHMMSS`. */
	start: string;
	offsetFrom: number;
	offsetTo: number;
}

/**
 * What the clocks of a zone do between two days. Published collections of such blocks know only today's rule: by them
 * Almaty was always at UTC+5, and meetings before March 2024 would be an hour off.
 */
export function observances(timeZone: string, from: Day, to: Day): Observance[] {
	const first = instantOf(timeZone, from, 0).at.getTime();
	const last = instantOf(timeZone, to, 0).at.getTime();
	const offset = offsetAt(timeZone, first);
	const found: Observance[] = [
		{ kind: 'STANDARD', start: '19700101T000000', offsetFrom: offset, offsetTo: offset }
	];
	for (let at = first; at < last; at += STEP_MS) {
		const before = offsetAt(timeZone, at);
		const after = offsetAt(timeZone, at + STEP_MS);
		if (before === after) continue;
		const change = changeBetween(timeZone, at, at + STEP_MS, before);
		found.push({
			kind: after > before ? 'DAYLIGHT' : 'STANDARD',
			start: stamp(change + before * MINUTE_MS),
			offsetFrom: before,
			offsetTo: after
		});
	}
	return found;
}

/** The instant in milliseconds from which the offset is no longer what it was. */
function changeBetween(timeZone: string, from: number, to: number, offset: number): number {
	let before = from;
	let after = to;
	while (after - before > MINUTE_MS) {
		const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
		if (offsetAt(timeZone, middle) === offset) before = middle;
		else after = middle;
	}
	return after;
}

function offsetAt(timeZone: string, ms: number): number {
	return localTime(timeZone, new Date(ms)).offset;
}

function stamp(localMs: number): string {
	return new Date(localMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}
