import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeBlocks, eventBlocks, wordingBlocks } from '#lib/domain/risks/guards.ts';
import type { RiskFacts } from '#lib/domain/risks/facts.ts';
import { isRiskOver, RISK_STATES } from '#lib/domain/risks/life-cycle.ts';
import { periodOn } from '#lib/domain/risks/period.ts';
import { isNewOrWorse } from '#lib/domain/risks/register.ts';
import { riskLevel } from '#lib/domain/risks/scale.ts';
import { statementBlocks } from '#lib/domain/risks/statements.ts';
import { riskTrend } from '#lib/domain/risks/trend.ts';

const RISK: RiskFacts = {
	number: 4,
	state: 'assessed',
	likelihood: 3,
	severity: 3,
	foreseen: 0,
	mitigation: '',
	ownerId: 'aigerim',
	ownerOrganisationId: 'kaznu',
	ownerCountry: 'KZ',
	workPackageIds: [],
	openSteps: 0,
	steps: 1
};
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const SCALE = { riskMediumFrom: 6, riskHighFrom: 12 };

describe('the level of a risk', () => {
	test.each([
		[1, 5, 'low'],
		[2, 3, 'medium'],
		[3, 4, 'high'],
		[null, 5, null]
	] as const)('likelihood %s and severity %s make it %s', (likelihood, severity, level) => {
		expect(riskLevel({ likelihood, severity }, SCALE)).toBe(level);
	});
});

describe('what became of a risk since the last reporting period', () => {
	const changes = [
		{ on: '2025-02-11', from: { likelihood: 3, severity: 4 } },
		{ on: '2026-03-12', from: { likelihood: 2, severity: 4 } }
	];
	const now = { likelihood: 5, severity: 4 };

	test('is told from what stood at the end of that period', () => {
		expect(riskTrend(now, changes, { since: '2025-05-31', openedOn: null })).toEqual({
			direction: 'worse',
			from: 8,
			to: 20
		});
	});

	test.each([
		['new', '2025-06-01', now],
		['unknown', null, { likelihood: null, severity: null }]
	] as const)('is %s where nothing can be compared', (direction, openedOn, assessed) => {
		expect(riskTrend(assessed, changes, { since: '2025-05-31', openedOn }).direction).toBe(direction);
	});

	test('is no success where it was assessed since for the first time', () => {
		const first = [{ on: '2026-03-12', from: { likelihood: null, severity: null } }];
		const trend = riskTrend(now, first, { since: '2025-05-31', openedOn: null });
		expect(trend).toEqual({ direction: 'first', from: null, to: 20 });
		expect(isNewOrWorse({ trend })).toBe(true);
	});

	test('no change means the same, whenever it is asked', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (likelihood, severity) => {
				const trend = riskTrend({ likelihood, severity }, [], { since: '2025-05-31', openedOn: null });
				expect(trend.direction).toBe('same');
			})
		);
	});
});

describe('the state of play', () => {
	const period = { endOn: '2025-05-31' };
	test.each(RISK_STATES)('of a risk that is %s is asked for unless the risk is over', (state) => {
		const risk = { number: 4, state, openedOn: null, owner: 'Aigerim', hasStatement: false };
		expect(statementBlocks([risk], period)).toHaveLength(isRiskOver(state) ? 0 : 1);
		expect(statementBlocks([{ ...risk, hasStatement: true }], period)).toEqual([]);
		expect(statementBlocks([{ ...risk, openedOn: '2025-06-01' }], period)).toEqual([]);
	});

	test('belongs to the period that runs, and is compared with the end of the one before', () => {
		const periods = [
			{ startMonth: 1, endMonth: 18 },
			{ startMonth: 19, endMonth: 36 }
		];
		expect(periodOn(periods, '2023-12-01', '2026-06-15')).toEqual({
			current: periods[1],
			since: '2025-05-31'
		});
		expect(periodOn(periods, '2023-12-01', '2024-06-15')).toEqual({
			current: periods[0],
			since: '2023-11-30'
		});
		expect(periodOn(periods, '2023-12-01', '2023-06-15')).toEqual({ current: null, since: '2023-11-30' });
	});
});

describe('the rules of a risk', () => {
	test('mitigation needs somebody who watches it and a measure', () => {
		expect(codes(eventBlocks(RISK, 'mitigate'))).toEqual([]);
		expect(codes(eventBlocks({ ...RISK, ownerId: null, steps: 0 }, 'mitigate'))).toEqual([
			'risk-without-owner',
			'risk-without-measures'
		]);
	});

	test('nothing is closed while a measure is open', () => {
		expect(codes(closeBlocks({ ...RISK, openSteps: 2 }))).toEqual(['risk-measures-open']);
	});

	test('the words of Annex 1 are nobody’s to change', () => {
		expect(codes(wordingBlocks({ ...RISK, foreseen: 1 }))).toEqual(['risk-frozen']);
		expect(codes(wordingBlocks(RISK))).toEqual([]);
		expect(codes(wordingBlocks({ ...RISK, state: 'closed' }))).toEqual(['risk-over']);
	});
});
