import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROPOSED_ALGORITHM as ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { counterOf, EVER, seriesOf, type EntryPast } from '#lib/domain/catalogue/target-series.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';
import { addDays } from '#lib/domain/days.ts';

const START = '2026-01-01';
const AIM: Aim = {
	scopeKind: 'project',
	scopeCode: '',
	measure: 'entries',
	amount: 10,
	dueOn: '2026-12-31',
	countingState: 'catalogue-ready'
};

const entry = (given: Partial<EntryPast>): EntryPast => ({
	itemId: 'one',
	organisationId: 'kaznu',
	country: 'KZ',
	states: [{ fromOn: START, value: 'idea' }],
	ects: [{ fromOn: EVER, value: 3 }],
	themes: [{ fromOn: EVER, value: 'water' }],
	levels: [{ fromOn: EVER, value: '6' }],
	...given
});

const STATES = [...ALGORITHM.steps.map(({ state }) => state), 'on-hold', 'merged', 'retired'];
const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(START, days));
const facts = <Value>(value: fc.Arbitrary<Value>) =>
	fc
		.array(fc.record({ fromOn: day, value }), { minLength: 1, maxLength: 5 })
		.map((list) => list.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)));
const ORGANISATIONS = ['kaznu', 'koksu', 'tsue'] as const;
const anyEntry = fc.record({
	itemId: fc.uuid(),
	organisationId: fc.constantFrom(...ORGANISATIONS),
	country: fc.constantFrom('KZ', 'UZ'),
	states: facts(fc.constantFrom(...STATES)),
	ects: facts(fc.option(fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 2))),
	themes: facts(fc.option(fc.constantFrom('water', 'energy'))),
	levels: facts(fc.option(fc.constantFrom('6', '7')))
});
const anyAim = fc.record({
	...{ scopeKind: fc.constant('project' as const), scopeCode: fc.constant('') },
	measure: fc.constantFrom('entries' as const, 'ects' as const),
	amount: fc.integer({ min: 1, max: 99 }),
	dueOn: day,
	countingState: fc.constantFrom(...STATES.slice(0, ALGORITHM.steps.length))
});

describe('the count of a target', () => {
	test('begins on the day of the step and ends on the day an entry falls back', () => {
		const past = entry({
			states: [
				{ fromOn: '2026-01-05', value: 'designed' },
				{ fromOn: '2026-02-01', value: 'catalogue-ready' },
				{ fromOn: '2026-03-01', value: 'on-hold' },
				{ fromOn: '2026-04-01', value: 'published' }
			]
		});
		const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-04-01'];
		expect(seriesOf(AIM, ALGORITHM, [past], days)).toEqual([
			{ day: '2026-01-31', have: 0, growth: 0 },
			{ day: '2026-02-01', have: 1, growth: 1 },
			{ day: '2026-02-28', have: 1, growth: 0 },
			{ day: '2026-03-01', have: 0, growth: -1 },
			{ day: '2026-04-01', have: 1, growth: 1 }
		]);
	});

	test('knows an entry that came in already counting, and calls it no pace', () => {
		const imported = entry({ states: [{ fromOn: '2026-02-01', value: 'published' }] });
		expect(seriesOf(AIM, ALGORITHM, [imported], ['2026-01-31', '2026-02-01'])).toEqual([
			{ day: '2026-01-31', have: 0, growth: 0 },
			{ day: '2026-02-01', have: 1, growth: 0 }
		]);
	});

	test('of credits follows the credits of that day, and adds nothing where there are none', () => {
		const past = entry({
			states: [{ fromOn: START, value: 'published' }],
			ects: [
				{ fromOn: '2026-02-01', value: 3 },
				{ fromOn: '2026-03-01', value: 4.5 }
			]
		});
		const have = seriesOf(
			{ ...AIM, measure: 'ects' },
			ALGORITHM,
			[past],
			[START, '2026-02-01', '2026-03-01']
		);
		expect(have.map((point) => point.have)).toEqual([0, 3, 4.5]);
	});

	test.each([
		['theme', 'water', 'energy'],
		['level', '6', '7'],
		['country', 'KZ', 'UZ'],
		['organisation', 'kaznu', 'koksu']
	] as const)('of a %s takes its entries alone', (scopeKind, own, other) => {
		const past = entry({ states: [{ fromOn: START, value: 'published' }] });
		const counts = (scopeCode: string) => counterOf({ ...AIM, scopeKind, scopeCode }, ALGORITHM)(past, START);
		expect([counts(own), counts(other)]).toEqual([1, 0]);
	});

	test('of all partners together is that of the project, on every day', () => {
		fc.assert(
			fc.property(fc.array(anyEntry, { maxLength: 12 }), anyAim, day, (entries, aim, on) => {
				const have = (one: Aim) => seriesOf(one, ALGORITHM, entries, [on])[0]?.have ?? 0;
				const parts = ORGANISATIONS.map((scopeCode) =>
					have({ ...aim, scopeKind: 'organisation', scopeCode })
				);
				expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(have(aim), 6);
			})
		);
	});

	test('is the sum of what each entry adds on that day, and never negative', () => {
		fc.assert(
			fc.property(fc.array(anyEntry, { maxLength: 8 }), anyAim, day, (entries, aim, on) => {
				const [point] = seriesOf(aim, ALGORITHM, entries, [on]);
				const sum = entries.reduce((all, one) => all + counterOf(aim, ALGORITHM)(one, on), 0);
				expect(point?.have).toBeCloseTo(sum, 6);
				expect(point?.have).toBeGreaterThanOrEqual(0);
			})
		);
	});

	test('is the same whether looked at weekly or on one day alone', () => {
		fc.assert(
			fc.property(fc.array(anyEntry, { maxLength: 8 }), anyAim, (entries, aim) => {
				const days = Array.from({ length: 40 }, (_, week) => addDays(START, 7 * week));
				const alone = days.map((on) => seriesOf(aim, ALGORITHM, entries, [on])[0]?.have);
				expect(seriesOf(aim, ALGORITHM, entries, days).map(({ have }) => have)).toEqual(alone);
			})
		);
	});
});
