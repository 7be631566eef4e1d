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

/**
 * `dayIn` for many ISO instants in UTC: a day of UTC meets one beginning of a local day at most, so that each is looked
 * up once and then compared as text.
 */
export function dayTeller(timeZone: string): (instant: string) => Day {
	const known = new Map<string, { first: Day; last: Day; from: string }>();
	return (instant) => {
		const date = instant.slice(0, 10);
		let local = known.get(date);
		if (!local) {
			const first = dayIn(timeZone, new Date(`${date}T00:00:00.000Z`));
			const last = dayIn(timeZone, new Date(`${date}T23:59:59.999Z`));
			local = { first, last, from: first === last ? '' : dayStart(timeZone, last).toISOString() };
			known.set(date, local);
		}
		return instant < local.from ? local.first : local.last;
	};
}
