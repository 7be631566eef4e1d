import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, completeness, type OpenCell } from '#lib/domain/catalogue/matrix.ts';
import { addDays } from '#lib/domain/days.ts';
import { computeHealth } from '#lib/domain/health-rules.ts';
import { lateness } from '#lib/domain/lateness.ts';

const TODAY = '2026-06-15';
const day = fc.integer({ min: -250, max: 250 }).map((days) => addDays(TODAY, days));

test('of health: what has no day is never on track, and nothing at all is unknown', () => {
	fc.assert(
		fc.property(fc.constantFrom('planned', 'in-preparation'), fc.option(day), (state, forecastOn) => {
			const item = {
				code: 'D1',
				kind: 'deliverable' as const,
				state,
				contractualOn: null,
				agreedOn: null,
				forecastOn
			};
			expect(computeHealth([item], TODAY, 14).health).not.toBe('on-track');
			expect(['no-date', 'late']).toContain(lateness(item, TODAY, 14).state);
		})
	);
	expect(computeHealth([], TODAY, 14).health).toBe('unknown');
});

test('of the catalogue: an element that nobody filled in is never complete, and stays in what applies', () => {
	const columns = ['title', 'learning-outcomes', 'workload'] as const;
	const open = (element: (typeof columns)[number]): OpenCell => ({
		...{ element, standing: 'missing', reasons: [], openedAt: '2026-06-01T09:00:00.000Z' },
		duty: { dueOn: null, note: '', personName: null, acronym: null }
	});
	fc.assert(
		fc.property(fc.subarray([...columns]), fc.constantFrom(...columns), (missing, one) => {
			const asked = new Set(columns);
			const count = (some: readonly (typeof columns)[number][]) =>
				completeness(cellsOf(columns, { open: some.map(open), leftOut: [], asked }));
			const [before, after] = [count(missing), count([...new Set([...missing, one])])];
			expect(after.complete).toBeLessThanOrEqual(before.complete);
			expect(after.of).toBe(before.of);
		})
	);
});
