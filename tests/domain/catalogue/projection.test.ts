import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paceDays, paceOf, projectionOf } from '#lib/domain/catalogue/projection.ts';
import { gapOf } from '#lib/domain/catalogue/targets.ts';
import { addDays } from '#lib/domain/days.ts';

const TODAY = '2026-06-15';

const weeks = fc.array(fc.integer({ min: -5, max: 10 }), { minLength: 3, maxLength: 8 });
const gaps = fc
	.record({
		have: fc.integer({ min: 0, max: 60 }),
		want: fc.integer({ min: 1, max: 60 }),
		days: fc.integer({ min: -100, max: 400 })
	})
	.map(({ have, want, days }) => gapOf(have, want, addDays(TODAY, days), TODAY));

describe('the gap of a target', () => {
	test.each([
		[31, 40, '2026-12-31', { gap: 9, over: 0, daysLeft: 199 }],
		[40, 40, '2026-12-31', { gap: 0, over: 0, neededPerWeek: null }],
		[44, 40, '2026-12-31', { gap: 0, over: 4, neededPerWeek: null }],
		[31, 40, '2026-06-22', { gap: 9, neededPerWeek: 9 }],
		[31, 40, TODAY, { gap: 9, daysLeft: 0, neededPerWeek: 63 }],
		[31, 40, '2026-06-14', { gap: 9, daysLeft: -1, neededPerWeek: null }]
	])('with %d of %d by %s', (have, want, dueOn, expected) => {
		expect(gapOf(have, want, dueOn, TODAY)).toMatchObject(expected);
	});

	test('is never negative, and have + gap − over is the target', () => {
		fc.assert(
			fc.property(gaps, ({ have, want, gap, over, neededPerWeek }) => {
				expect(gap).toBeGreaterThanOrEqual(0);
				expect(over).toBeGreaterThanOrEqual(0);
				expect(neededPerWeek ?? 0).toBeGreaterThanOrEqual(0);
				expect(have + gap - over).toBe(want);
			})
		);
	});
});

describe('the pace', () => {
	test('needs three weeks', () => {
		expect(paceOf([1, 2])).toBeNull();
		expect(paceOf([1, 2, 3])).toMatchObject({ weeks: 3, mean: 2 });
	});

	test('looks back eight weeks, fewer where the record is younger', () => {
		expect(paceDays(TODAY, null)).toEqual([]);
		expect(paceDays(TODAY, '2026-06-01')).toEqual(['2026-06-01', '2026-06-08', TODAY]);
		expect(paceDays(TODAY, '2024-01-01')).toHaveLength(9);
		expect(paceDays(TODAY, '2024-01-01')[0]).toBe('2026-04-20');
	});

	test('has a range even when every week was the same, or nothing happened', () => {
		const quiet = paceOf([0, 0, 0, 0, 0, 0, 0, 0]);
		expect(quiet?.mean).toBe(0);
		expect(quiet?.high).toBeGreaterThan(0);
		const even = paceOf([1, 1, 1, 1, 1, 1, 1, 1]);
		expect(even?.low).toBeLessThan(1);
		expect(even?.high).toBeGreaterThan(1);
	});

	test('lies in its range, and grows with what arrived', () => {
		fc.assert(
			fc.property(weeks, fc.integer({ min: 0, max: 5 }), (counts, more) => {
				const pace = paceOf(counts);
				const faster = paceOf(counts.map((count) => count + more));
				if (!pace || !faster) throw new Error('three weeks are enough');
				expect(pace.low).toBeLessThanOrEqual(pace.mean);
				expect(pace.mean).toBeLessThanOrEqual(pace.high);
				expect(faster.mean).toBeGreaterThanOrEqual(pace.mean);
				expect(faster.high).toBeGreaterThanOrEqual(pace.high);
			})
		);
	});
});

describe('the projection', () => {
	const due = '2026-12-31';
	test.each([
		['reached', 40, due, [1, 1, 1]],
		['missed', 39, '2026-06-14', [1, 1, 1]],
		['unknown', 31, due, [1, 1]],
		['on-track', 31, due, [1, 0, 1, 0, 1, 0, 1, 0]],
		['at-risk', 31, due, [0, 1, 0, 0, 0, 0, 1, 0]],
		['will-miss', 31, due, [0, 0, 0, 0, 0, 0, 0, 0]],
		['will-miss', 31, TODAY, [3, 3, 3]]
	])('is %s with %d of 40 by %s at %j', (verdict, have, dueOn, weekly) => {
		const projection = projectionOf(gapOf(have, 40, dueOn, TODAY), paceOf(weekly), TODAY);
		expect(projection.verdict).toBe(verdict);
	});

	test('says how many there will be and when it arrives, with the range', () => {
		const pace = { weeks: 8, low: 0, mean: 1, high: 2 };
		expect(projectionOf(gapOf(31, 40, '2026-07-13', TODAY), pace, TODAY)).toMatchObject({
			expected: { haveByDue: 35, reachedOn: '2026-08-17' },
			best: { haveByDue: 39, reachedOn: '2026-07-17' },
			worst: { haveByDue: 31, reachedOn: null },
			verdict: 'will-miss'
		});
	});

	test('is better the faster it goes, and never negative', () => {
		fc.assert(
			fc.property(gaps, weeks, (gap, weekly) => {
				const { expected, best, worst } = projectionOf(gap, paceOf(weekly), TODAY);
				if (!expected || !best || !worst) return;
				expect(worst.haveByDue).toBeGreaterThanOrEqual(0);
				expect(worst.haveByDue).toBeLessThanOrEqual(expected.haveByDue);
				expect(expected.haveByDue).toBeLessThanOrEqual(best.haveByDue);
				const days = [best, expected, worst].map(({ reachedOn }) => reachedOn ?? '9999-12-31');
				expect(days).toEqual(days.toSorted());
			})
		);
	});

	test('promises to arrive in time exactly when it goes at least as fast as needed', () => {
		fc.assert(
			fc.property(gaps, weeks, (gap, weekly) => {
				const pace = paceOf(weekly);
				if (!pace || gap.neededPerWeek === null || gap.daysLeft === 0) return;
				const fair = { ...pace, low: gap.neededPerWeek, mean: gap.neededPerWeek, high: gap.neededPerWeek };
				const { expected, verdict } = projectionOf(gap, fair, TODAY);
				expect(verdict).toBe('on-track');
				expect(expected?.reachedOn).toBe(addDays(TODAY, gap.daysLeft));
			})
		);
	});
});
