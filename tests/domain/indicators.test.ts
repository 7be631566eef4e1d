import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	indicatorTotal,
	totalsOverTime,
	type Actual,
	type ActualStanding,
	type ActualState
} from '#lib/domain/indicators/actuals.ts';
import { acceptBlocks, reportBlocks, verifyBlocks, type ActualFacts } from '#lib/domain/indicators/guards.ts';
import { currentTarget, targetStanding } from '#lib/domain/indicators/targets.ts';

const actual = (organisationId: string, given: Partial<Actual> = {}): Actual => ({
	organisationId,
	asOfOn: '2026-05-31',
	standing: 'value',
	value: 10,
	reason: '',
	state: 'accepted',
	...given
});
const TODAY = '2026-06-15';

describe('the total of an indicator', () => {
	test('adds the newest number of each and says who is silent', () => {
		const total = indicatorTotal(
			['a', 'b', 'c', 'd'],
			[
				actual('a', { asOfOn: '2025-05-31', value: 4, state: 'verified' }),
				actual('a', { value: 10 }),
				actual('b', { standing: 'nil', value: null }),
				actual('c', { standing: 'not-applicable', value: null, reason: 'No school' })
			],
			TODAY
		);
		expect(total).toMatchObject({
			sum: 10,
			counted: 1,
			nil: 1,
			notApplicable: 1,
			missing: 1,
			isWhole: false
		});
		expect(total).toMatchObject({ asOf: '2026-05-31', oldestOn: '2026-05-31', verified: 0, accepted: 10 });
	});

	test('a returned number counts for nothing: the one before it stands, or nobody said anything', () => {
		const returned = actual('a', { value: 99, state: 'returned' });
		expect(indicatorTotal(['a'], [returned], TODAY)).toMatchObject({ sum: null, missing: 1 });
		const before = actual('a', { asOfOn: '2025-05-31', value: 4 });
		expect(indicatorTotal(['a'], [returned, before], TODAY)).toMatchObject({ sum: 4, missing: 0 });
	});

	test('nothing reported is no zero, and a nil return is', () => {
		expect(indicatorTotal(['a'], [], TODAY).sum).toBeNull();
		expect(indicatorTotal(['a'], [actual('a', { standing: 'nil', value: null })], TODAY).sum).toBe(0);
	});

	test('silence never makes a total whole, whatever the others say', () => {
		const anActual = fc.record({
			organisationId: fc.constantFrom('a', 'b', 'c'),
			asOfOn: fc.constantFrom('2025-05-31', '2026-05-31', '2026-12-31'),
			standing: fc.constantFrom<ActualStanding>('value', 'nil', 'not-applicable'),
			value: fc.integer({ min: 0, max: 500 }),
			reason: fc.constant('Because'),
			state: fc.constantFrom<ActualState>('reported', 'returned', 'accepted', 'verified')
		});
		fc.assert(
			fc.property(fc.array(anActual), (actuals) => {
				const total = indicatorTotal(['a', 'b', 'c', 'silent'], actuals, TODAY);
				expect(total.missing).toBeGreaterThan(0);
				expect(total.isWhole).toBe(false);
				expect(targetStanding({ dueOn: '2026-01-01', value: 1e9 }, () => total, TODAY)).toBe('unknown');
				for (const point of totalsOverTime(['a', 'b', 'c', 'silent'], actuals, TODAY))
					expect(point.isWhole).toBe(false);
			})
		);
	});
});

describe('a target', () => {
	const whole = indicatorTotal(['a'], [actual('a', { value: 40 })], TODAY);
	test.each([
		['reached', { dueOn: '2026-01-01', value: 40 }],
		['missed', { dueOn: '2026-01-01', value: 41 }],
		['ahead', { dueOn: '2026-11-30', value: 41 }]
	] as const)('is %s', (standing, target) => {
		expect(targetStanding(target, () => whole, TODAY)).toBe(standing);
	});

	test('reached after its day, it stays late', () => {
		const on = (day: string) =>
			indicatorTotal(['a'], [actual('a', { asOfOn: '2025-01-31', value: 5 }), actual('a')], day);
		expect(targetStanding({ dueOn: '2026-01-01', value: 10 }, on, TODAY)).toBe('late');
		expect(targetStanding({ dueOn: '2026-01-01', value: 5 }, on, TODAY)).toBe('reached');
	});

	test('the next one counts, or the last when all days have passed', () => {
		const targets = [
			{ dueOn: '2026-11-30', value: 3 },
			{ dueOn: '2025-05-31', value: 1 }
		];
		expect(currentTarget(targets, TODAY)?.value).toBe(3);
		expect(currentTarget(targets, '2027-01-01')?.value).toBe(3);
		expect(currentTarget([], TODAY)).toBeNull();
	});
});

describe('who may say what about a number', () => {
	const facts: ActualFacts = {
		state: 'accepted',
		standing: 'value',
		source: 'Lists',
		organisationId: 'kaznu',
		organisation: 'KazNU',
		reportedBy: 'aigerim',
		acceptedBy: 'elena',
		evidenceOrganisationIds: ['kaznu', 'tiiame']
	};
	const judge = (personId: string, organisationId: string) => ({
		personId,
		name: personId,
		organisationId,
		organisationAcronym: organisationId
	});
	const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

	test.each([
		['somebody independent', facts, judge('maria', 'ucy'), []],
		['who reported', facts, judge('daniyar', 'kaznu'), ['verifier-reported']],
		['who gave the evidence', facts, judge('jasur', 'tiiame'), ['verifier-gave-evidence']],
		['who accepted it', facts, judge('elena', 'upv'), ['verifier-accepted']],
		[
			'anybody, before it is accepted',
			{ ...facts, state: 'reported' as const },
			judge('maria', 'ucy'),
			['actual-not-accepted']
		],
		[
			'anybody, without a source',
			{ ...facts, source: '', evidenceOrganisationIds: [] },
			judge('maria', 'ucy'),
			['actual-without-source']
		]
	])('%s verifies it, or is told why not', (_, given, who, expected) => {
		expect(codes(verifyBlocks(given, who))).toEqual(expected);
	});

	test('nobody accepts what they reported themselves', () => {
		const waiting = { ...facts, state: 'reported' as const };
		expect(codes(acceptBlocks(waiting, judge('aigerim', 'kaznu')))).toEqual(['actual-own']);
		expect(codes(acceptBlocks(waiting, judge('daniyar', 'kaznu')))).toEqual([]);
	});

	test('parts make the whole, or less where some are not known', () => {
		const dimensions = [
			{
				id: 'g',
				label: 'Gender',
				categories: [
					{ id: 'w', label: 'women' },
					{ id: 'm', label: 'men' }
				]
			}
		];
		const asked = { code: 'I1', isClosed: false, isAsked: true, dimensions };
		const given = (...parts: [string, number][]) => ({
			asOfOn: TODAY,
			standing: 'value' as const,
			value: 10,
			parts: parts.map(([categoryId, value]) => ({ categoryId, value }))
		});
		expect(codes(reportBlocks(asked, 'KazNU', given(['w', 6], ['m', 4]), TODAY))).toEqual([]);
		expect(codes(reportBlocks(asked, 'KazNU', given(['w', 6]), TODAY))).toEqual([]);
		expect(codes(reportBlocks(asked, 'KazNU', given(['w', 6], ['m', 3]), TODAY))).toEqual([
			'actual-parts-differ'
		]);
		expect(codes(reportBlocks(asked, 'KazNU', given(['w', 11]), TODAY))).toEqual(['actual-parts-differ']);
	});
});
