import { dayIn, type Day } from './days.ts';

const HALF_DAY_AND_MORE_MS = 15 * 3_600_000;

/** The instant at which a day begins in an IANA zone, whatever its clocks do that night. */
export function dayStart(timeZone: string, day: Day): Date {
	const midnight = Date.parse(`${day}T00:00:00Z`);
	let before = midnight - HALF_DAY_AND_MORE_MS;
	let after = midnight + HALF_DAY_AND_MORE_MS;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (dayIn(timeZone, new Date(middle)) >= day) after = middle;
		else before = middle;
	}
	return new Date(after);
}
