import { describe, expect, test } from 'vitest';
import {
	dueTargets,
	leadingTarget,
	movedDays,
	type OwingEntry
} from '#lib/domain/catalogue/leading-target.ts';
import { PROPOSED_ALGORITHM as algorithm } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';

const TODAY = '2026-06-15';
const aim = (given: Partial<Aim> = {}): Aim => ({
	scopeKind: 'project',
	scopeCode: '',
	measure: 'entries',
	amount: 20,
	dueOn: '2026-12-31',
	countingState: 'catalogue-ready',
	...given
});
const small = aim({ amount: 8, dueOn: '2026-11-30' });

describe('the target that speaks for a part of the catalogue', () => {
	const cases: [string, { have: number; target: Aim }[], number][] = [
		[
			'a reached small one hides no open one',
			[
				{ have: 8, target: small },
				{ have: 8, target: aim() }
			],
			1
		],
		[
			'of two open ones the last due',
			[
				{ have: 4, target: small },
				{ have: 4, target: aim() }
			],
			1
		],
		[
			'one still open before one that was missed',
			[
				{ have: 8, target: aim() },
				{ have: 8, target: aim({ amount: 40, dueOn: '2026-03-31' }) }
			],
			0
		],
		[
			'one that was missed before one that is reached',
			[
				{ have: 8, target: small },
				{ have: 8, target: aim({ amount: 40, dueOn: '2026-03-31' }) }
			],
			1
		],
		[
			'in the catalogue before implemented',
			[
				{ have: 1, target: aim({ countingState: 'rolled-out', dueOn: '2027-06-30' }) },
				{ have: 8, target: aim() }
			],
			1
		],
		[
			'entries before credits',
			[
				{ have: 1, target: aim({ measure: 'ects', amount: 60 }) },
				{ have: 8, target: aim() }
			],
			1
		]
	];
	test.each(cases)('%s', (_, given, leads) => {
		for (const order of [given, given.toReversed()]) {
			const targets = order.map(({ have, target }) => ({ ...target, have }));
			expect(leadingTarget(targets, algorithm, TODAY)).toMatchObject(given[leads]?.target ?? {});
		}
	});

	test('only one of each part, and none that is reached, gives fields their day', () => {
		const kazakh = aim({ scopeKind: 'country', scopeCode: 'KZ', amount: 3, dueOn: '2026-09-30' });
		const targets = [
			{ ...small, have: 4 },
			{ ...aim(), have: 4 },
			{ ...kazakh, have: 3 }
		];
		expect(dueTargets(targets, algorithm, TODAY)).toEqual([targets[1]]);
	});
});

describe('what a target does to the days of owed fields', () => {
	const entry = (given: Partial<OwingEntry> = {}): OwingEntry => ({
		organisationId: 'koksu',
		country: 'KZ',
		theme: null,
		level: null,
		state: 'designed',
		ects: null,
		fields: 3,
		...given
	});
	const entries = [entry(), entry({ country: 'UZ', fields: 2 }), entry({ state: 'published', fields: 1 })];
	const effect = (after: Aim[], before = [aim()]) => movedDays(entries, { before, after }, algorithm, TODAY);

	test('a further, smaller one of the same part moves none, reached or not', () => {
		expect(effect([aim(), small])).toEqual([]);
		expect(effect([aim(), { ...small, amount: 1 }])).toEqual([]);
	});

	test('a further step moves none either', () => {
		expect(effect([aim(), aim({ countingState: 'rolled-out', dueOn: '2026-09-30' })])).toEqual([]);
	});

	test('one of a part of it moves those of that part', () => {
		const kazakh = aim({ scopeKind: 'country', scopeCode: 'KZ', amount: 3, dueOn: '2026-09-30' });
		expect(effect([aim(), kazakh])).toEqual([{ dueOn: '2026-09-30', fields: 4 }]);
	});

	test('another day moves all, and the last one that ends leaves no day', () => {
		expect(effect([aim({ dueOn: '2026-11-30' })])).toEqual([{ dueOn: '2026-11-30', fields: 6 }]);
		expect(effect([])).toEqual([{ dueOn: null, fields: 6 }]);
	});
});
