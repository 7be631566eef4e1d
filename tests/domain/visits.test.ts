import { expect, test } from 'vitest';
import { newSince, nextVisit } from '#lib/domain/visits.ts';

const at = (time: string) => new Date(`2026-06-15T${time}:00.000Z`);
const EARLIER = '2026-06-12T16:00:00.000Z';
const now = (time: string) => at(time).toISOString();

test('on the first visit everything is new, and the visit is written down', () => {
	expect(newSince(null, at('09:00'))).toBeNull();
	expect(nextVisit(null, at('09:00'))).toEqual({ lastAt: now('09:00'), previousAt: null });
});

test('after a pause a new visit begins, and what came since the end of the last one is new', () => {
	const visit = { lastAt: EARLIER, previousAt: '2026-06-01T09:00:00.000Z' };
	expect(newSince(visit, at('09:00'))).toBe(EARLIER);
	expect(nextVisit(visit, at('09:00'))).toEqual({ lastAt: now('09:00'), previousAt: EARLIER });
});

test('within a visit the same things stay new, and a look is written down at most every ten minutes', () => {
	const visit = { lastAt: now('09:00'), previousAt: EARLIER };
	expect(newSince(visit, at('09:30'))).toBe(EARLIER);
	expect(nextVisit(visit, at('09:05'))).toBeNull();
	expect(nextVisit(visit, at('09:11'))).toEqual({ lastAt: now('09:11'), previousAt: EARLIER });
});
