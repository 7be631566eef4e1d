import { describe, expect, test } from 'vitest';
import { computeHealth, isInForce, overrideBlocks } from '#lib/domain/health-rules.ts';
import type { DatedItem } from '#lib/domain/lateness.ts';

const TODAY = '2026-06-15';
const item = (change: Partial<DatedItem & { code: string }> = {}): DatedItem & { code: string } => ({
	code: 'D4.2',
	kind: 'deliverable',
	state: 'in-preparation',
	contractualOn: null,
	agreedOn: '2026-09-30',
	forecastOn: null,
	...change
});
const health = (...items: (DatedItem & { code: string })[]) => computeHealth(items, TODAY, 14);

describe('health by the published rules', () => {
	test.each([
		['everything far off', [item()], 'on-track', []],
		['one late is late', [item(), item({ code: 'D4.3', agreedOn: '2026-06-03' })], 'late', ['late']],
		['a forecast after the agreed date', [item({ forecastOn: '2026-10-12' })], 'at-risk', ['forecast-late']],
		['a forecast that passed', [item({ forecastOn: '2026-06-01' })], 'at-risk', ['forecast-passed']],
		['due soon, not in review', [item({ agreedOn: '2026-06-29' })], 'at-risk', ['due-soon']],
		['due soon, in review', [item({ agreedOn: '2026-06-29', state: 'in-review' })], 'on-track', []],
		[
			'due soon, milestone claimed',
			[item({ kind: 'milestone', agreedOn: TODAY, state: 'claimed' })],
			'on-track',
			[]
		],
		[
			'due soon, milestone returned',
			[item({ kind: 'milestone', agreedOn: TODAY, state: 'returned' })],
			'at-risk',
			['due-soon']
		],
		['everything done, even late', [item({ submittedOn: '2026-12-01' })], 'on-track', []],
		['nothing planned', [], 'unknown', []],
		['only withdrawn items', [item({ state: 'withdrawn' })], 'unknown', []],
		['an open item without a date', [item(), item({ agreedOn: null })], 'unknown', ['no-date']],
		[
			'late beside one without a date',
			[item({ agreedOn: '2026-01-31' }), item({ agreedOn: null })],
			'late',
			['late', 'no-date']
		]
	] as const)('%s', (_, items, expected, causes) => {
		const computed = health(...items);
		expect(computed.health).toBe(expected);
		expect(computed.causes.map((cause) => cause.code)).toEqual(causes);
	});

	test('it names the items and the days', () => {
		expect(health(item({ agreedOn: '2026-06-03', forecastOn: '2026-06-30' })).causes).toEqual([
			{ code: 'late', kind: 'deliverable', item: 'D4.2', days: 12 },
			{ code: 'forecast-late', kind: 'deliverable', item: 'D4.2', days: 27 }
		]);
	});
});

describe('a judgement beside the rules', () => {
	test.each([
		['on-track', '2026-06-30', []],
		['late', '2026-09-15', []],
		['at-risk', '2026-09-16', ['override-too-long']],
		['at-risk', TODAY, ['override-lapsed']],
		['unknown', '2026-06-30', ['override-unknown-health']]
	] as const)('%s until %s', (judged, untilOn, codes) => {
		expect(overrideBlocks({ health: judged, untilOn }, TODAY).map((one) => one.code)).toEqual(codes);
	});

	test('stands on its last day, lapses after it, and may be ended before', () => {
		expect(isInForce({ untilOn: TODAY, endedAt: null }, TODAY)).toBe(true);
		expect(isInForce({ untilOn: '2026-06-14', endedAt: null }, TODAY)).toBe(false);
		expect(isInForce({ untilOn: '2026-06-30', endedAt: '2026-06-10T08:00:00.000Z' }, TODAY)).toBe(false);
	});
});
