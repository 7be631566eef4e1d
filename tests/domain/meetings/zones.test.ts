import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, isTimeZone, localTime } from '#lib/domain/meetings/zones.ts';

const at = (time: string) => {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
};

describe('a local time is one instant', () => {
	test.each([
		// Kazakhstan moved from UTC+6 to UTC+5 at midnight before 1 March 2024, when 23:00 to 24:00 came twice.
		['Asia/Almaty', '2024-02-28', '09:00', '2024-02-28T03:00:00.000Z', 'once'],
		['Asia/Almaty', '2024-02-29', '22:59', '2024-02-29T16:59:00.000Z', 'once'],
		['Asia/Almaty', '2024-02-29', '23:00', '2024-02-29T17:00:00.000Z', 'twice'],
		['Asia/Almaty', '2024-02-29', '23:59', '2024-02-29T17:59:00.000Z', 'twice'],
		['Asia/Almaty', '2024-03-01', '00:00', '2024-02-29T19:00:00.000Z', 'once'],
		['Asia/Almaty', '2024-03-01', '09:00', '2024-03-01T04:00:00.000Z', 'once'],
		['Asia/Almaty', '2025-12-04', '09:00', '2025-12-04T04:00:00.000Z', 'once'],
		['Europe/Madrid', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z', 'once'],
		['Europe/Madrid', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', 'skipped'],
		['Europe/Madrid', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z', 'once'],
		['Europe/Madrid', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z', 'once'],
		['Europe/Madrid', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'twice'],
		['Europe/Madrid', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z', 'once'],
		['Asia/Nicosia', '2026-03-29', '02:59', '2026-03-29T00:59:00.000Z', 'once'],
		['Asia/Nicosia', '2026-03-29', '03:15', '2026-03-29T01:15:00.000Z', 'skipped'],
		['Asia/Nicosia', '2026-10-25', '03:15', '2026-10-25T00:15:00.000Z', 'twice'],
		['Asia/Nicosia', '2026-10-25', '04:00', '2026-10-25T02:00:00.000Z', 'once'],
		// Uzbekistan changes no clocks.
		['Asia/Tashkent', '2026-03-29', '02:30', '2026-03-28T21:30:00.000Z', 'once'],
		['Asia/Tashkent', '2026-10-25', '02:30', '2026-10-24T21:30:00.000Z', 'once'],
		['UTC', '2026-06-15', '24:00', '2026-06-16T00:00:00.000Z', 'once']
	])('in %s %s %s is %s (%s)', (zone, day, time, instant, clock) => {
		const found = instantOf(zone, day, at(time));
		expect([found.at.toISOString(), found.clock]).toEqual([instant, clock]);
	});

	test.each([
		['Asia/Almaty', '2024-02-29T12:00:00Z', 6 * 60],
		['Asia/Almaty', '2024-03-01T12:00:00Z', 5 * 60],
		['Europe/Madrid', '2026-01-15T12:00:00Z', 60],
		['Europe/Madrid', '2026-07-15T12:00:00Z', 120],
		['Asia/Nicosia', '2026-07-15T12:00:00Z', 180],
		['Asia/Tashkent', '2026-07-15T12:00:00Z', 300],
		['Asia/Kolkata', '2026-07-15T12:00:00Z', 330],
		['America/St_Johns', '2026-01-15T12:00:00Z', -210]
	])('in %s at %s the offset is %i minutes', (zone, instant, offset) => {
		expect(localTime(zone, new Date(instant)).offset).toBe(offset);
	});

	test('an unknown zone is known to be unknown', () => {
		expect([isTimeZone('Asia/Almaty'), isTimeZone('Asia/Nowhere'), isTimeZone('')]).toEqual([
			true,
			false,
			false
		]);
	});
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
// Nearby days with many changes of clocks, and any other.
const days = fc
	.oneof(fc.integer({ min: 0, max: 20 * 366 }), fc.constantFrom(5202, 5203, 5204, 5566, 5930, 6138, 6139))
	.map((count) => new Date(Date.UTC(2010, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));
const minutes = fc.integer({ min: 0, max: 1439 });

/** What Intl says the clocks show, by a formatter of the test's own. */
function shown(zone: string, instant: Date): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
		instant
	);
}

function asked(day: string, minute: number): string {
	return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

test('the clocks of the zone show at that instant what was asked for, unless they skip it', () => {
	fc.assert(
		fc.property(zones, days, minutes, (zone, day, minute) => {
			const { at: instant, clock } = instantOf(zone, day, minute);
			const isShown = shown(zone, instant) === asked(day, minute);
			expect(isShown).toBe(clock !== 'skipped');
		}),
		{ numRuns: 400 }
	);
});

test('a skipped time is shown by no instant, one that comes twice by a later one as well, any other by this alone', () => {
	fc.assert(
		fc.property(zones, days, minutes, (zone, day, minute) => {
			const { at: instant, clock } = instantOf(zone, day, minute);
			const others = [-180, -120, -60, -30, 30, 60, 120, 180].filter(
				(shift) => shown(zone, new Date(instant.getTime() + shift * 60_000)) === asked(day, minute)
			);
			expect(others.map((shift) => (shift > 0 ? 'later' : 'earlier'))).toEqual(
				clock === 'twice' ? ['later'] : []
			);
		}),
		{ numRuns: 200 }
	);
});

test('local time and back is the same instant, or the first of two', () => {
	fc.assert(
		fc.property(zones, fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2035, 0) }), (zone, ms) => {
			const instant = new Date(Math.floor(ms / 60_000) * 60_000);
			const local = localTime(zone, instant);
			const back = instantOf(zone, local.day, local.minutes);
			if (back.clock === 'twice') expect(back.at <= instant).toBe(true);
			else expect(back.at).toEqual(instant);
		}),
		{ numRuns: 400 }
	);
});
