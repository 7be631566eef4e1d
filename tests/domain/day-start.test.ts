import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#lib/domain/days.ts';
import { dayStart, dayTeller } from '#lib/domain/day-start.ts';

test.each([
	['UTC', '2026-06-15', '2026-06-15T00:00:00.000Z'],
	['Europe/Madrid', '2026-06-15', '2026-06-14T22:00:00.000Z'],
	['Europe/Madrid', '2026-03-29', '2026-03-28T23:00:00.000Z'],
	['Europe/Madrid', '2026-03-30', '2026-03-29T22:00:00.000Z'],
	['Asia/Almaty', '2024-02-29', '2024-02-28T18:00:00.000Z'],
	['Asia/Almaty', '2024-03-02', '2024-03-01T19:00:00.000Z'],
	['Asia/Tashkent', '2026-01-01', '2025-12-31T19:00:00.000Z'],
	['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z']
])('in %s the day %s begins at %s', (zone, day, instant) => {
	expect(dayStart(zone, day).toISOString()).toBe(instant);
});

test('told for many instants, a day is the one of each', () => {
	const zone = fc.constantFrom('UTC', 'Europe/Madrid', 'Asia/Almaty', 'Asia/Kathmandu', 'America/Lima');
	const instant = fc.date({
		min: new Date('2024-02-25T00:00:00Z'),
		max: new Date('2026-11-05T00:00:00Z'),
		noInvalidDate: true
	});
	fc.assert(
		fc.property(zone, fc.array(instant, { minLength: 1, maxLength: 8 }), (timeZone, instants) => {
			const dayOf = dayTeller(timeZone);
			for (const one of instants) expect(dayOf(one.toISOString())).toBe(dayIn(timeZone, one));
		})
	);
});
