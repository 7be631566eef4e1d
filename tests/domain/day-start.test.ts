import { expect, test } from 'vitest';
import { dayStart } from '#lib/domain/day-start.ts';

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
