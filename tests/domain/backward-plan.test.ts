import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backwardPlan, latestSafeDraft } from '#lib/domain/backward-plan.ts';
import { addDays, addWorkingDays, isWorkingDay } from '#lib/domain/days.ts';
import { PROPOSED_QUALITY_PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';

const plan = (change: Partial<QualityPlan> = {}): QualityPlan => ({ ...PROPOSED_QUALITY_PLAN, ...change });
const daysOf = (dueOn: string, settings = plan(), country: string | null = 'KZ') =>
	backwardPlan(dueOn, settings, country).steps.map((step) => step.on);

describe('with 28, 14 and 5 days', () => {
	test.each([
		['a Tuesday', '2026-06-30', ['2026-06-02', '2026-06-16', '2026-06-25', '2026-06-30']],
		[
			'a Sunday: everything on the Friday before',
			'2026-05-31',
			['2026-05-01', '2026-05-15', '2026-05-26', '2026-05-29']
		],
		[
			'the end of February in a leap year',
			'2024-02-29',
			['2024-02-01', '2024-02-15', '2024-02-23', '2024-02-29']
		]
	])('due on %s', (_, dueOn, days) => {
		expect(daysOf(dueOn)).toEqual(days);
	});
});

test('a holiday of the lead’s country moves a step back; a holiday elsewhere does not', () => {
	const settings = plan({ holidays: { KZ: ['2026-06-25', '2026-06-24'], ES: ['2026-06-16'] } });
	expect(daysOf('2026-06-30', settings, 'KZ')[2]).toBe('2026-06-23');
	expect(daysOf('2026-06-30', settings, 'ES')[2]).toBe('2026-06-25');
	expect(daysOf('2026-06-30', settings, 'ES')[1]).toBe('2026-06-15');
});

test('holidays inside the review bring the draft forward, so that reviewers keep their working days', () => {
	const settings = plan({ holidays: { KZ: ['2026-06-03', '2026-06-04', '2026-06-05'] } });
	expect(latestSafeDraft('2026-06-30', settings, 'KZ')).toBe('2026-05-28');
	expect(latestSafeDraft('2026-06-30', settings, 'UZ')).toBe('2026-06-02');
});

test('it says when the country has no holiday calendar', () => {
	expect(backwardPlan('2026-06-30', plan({ holidays: { KZ: [] } }), 'KZ').holidaysKnown).toBe(true);
	expect(backwardPlan('2026-06-30', plan(), 'KZ').holidaysKnown).toBe(false);
	expect(backwardPlan('2026-06-30', plan(), null).holidaysKnown).toBe(false);
});

test('steps are working days, in order, by the due day, and leave the review its working days', () => {
	const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-31', days));
	const days = fc.integer({ min: 0, max: 60 });
	fc.assert(
		fc.property(
			day,
			days,
			days,
			days,
			fc.array(day, { maxLength: 40 }),
			(dueOn, draft, review, final, free) => {
				const settings = plan({
					draftLeadDays: draft,
					reviewLeadDays: review,
					finalLeadDays: final,
					holidays: { KZ: free }
				});
				const steps = daysOf(dueOn, settings);
				expect(steps.toSorted()).toEqual(steps);
				for (const step of steps) expect(isWorkingDay(step, new Set(free))).toBe(true);
				expect(steps.every((step) => step <= dueOn)).toBe(true);
				const [draftOn = '', reviewOn = ''] = steps;
				expect(addWorkingDays(draftOn, settings.reviewWorkingDays, new Set(free)) <= reviewOn).toBe(true);
			}
		)
	);
});
