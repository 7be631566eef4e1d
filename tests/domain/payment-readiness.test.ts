import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedPeriods, openPeriod, withForecast } from '#lib/domain/payment-facts.ts';
import {
	blocksByItem,
	periodReadiness,
	type PeriodFacts,
	type ReportingSpan
} from '#lib/domain/payment-readiness.ts';

const TODAY = '2026-06-15';
const SPAN = { endsOn: '2026-11-30', today: TODAY, packageEndsOn: '2026-09-30' };
const OVER = { ...SPAN, today: '2026-12-01' };
const RISK = { number: 1, state: 'assessed', hasStatement: false };
const dated = {
	due: '2026-07-31',
	contractualOn: '2026-07-31',
	forecastOn: null,
	lateDays: 0,
	contractLateDays: 0,
	unconfirmed: false
};
const accepted = { ...dated, code: 'D4.1', state: 'accepted' };
const draft = { ...dated, code: 'D4.2', state: 'in-preparation' };
const milestone = { ...dated, code: 'MS3', state: 'planned', means: 1, meansWithEvidence: 0 };
const facts = (change: Partial<PeriodFacts>): PeriodFacts => ({
	deliverables: [accepted],
	milestones: [],
	risks: [],
	...change
});
const seen = (change: Partial<PeriodFacts>, span: ReportingSpan = SPAN) =>
	periodReadiness(facts(change), span);

test('with everything done that it promised, a work package that ends in the period can be declared complete', () => {
	expect(seen({}).verdict).toBe('ready');
});

test('one that ends later is not declared yet, and one without anything planned is unknown', () => {
	expect(seen({}, { ...SPAN, packageEndsOn: '2027-03-31' }).verdict).toBe('continues');
	expect(seen({ deliverables: [] }).verdict).toBe('unknown');
});

test('what is due later in a running period is still to come and not in the way', () => {
	const { verdict, blocking, toCome } = seen({ deliverables: [draft], milestones: [milestone] });
	expect(verdict).toBe('on-course');
	expect(blocking).toBe(0);
	expect(toCome.map(({ item }) => item)).toEqual(['D4.2', 'MS3']);
});

test('an open risk keeps it from being complete, though it is not in the way yet', () => {
	const { verdict, openRisks } = seen({ risks: [RISK] });
	expect(verdict).toBe('on-course');
	expect(openRisks).toHaveLength(1);
});

test('a lead that said nothing in the last check-in leaves it unconfirmed', () => {
	expect(seen({ deliverables: [{ ...draft, unconfirmed: true }] }).verdict).toBe('unconfirmed');
});

describe('in the way is', () => {
	test.each([
		['what is late', { lateDays: 3 }, 'overdue'],
		['what is past the contract, whatever was agreed since', { contractLateDays: 46 }, 'past-contract'],
		['what is forecast for after the period', { forecastOn: '2026-12-15' }, 'after-period'],
		['what its lead reported as blocked', { waitsFor: 'the ministry' }, 'reported-blocked'],
		['what has no day', { due: null }, 'without-date'],
		['what the funder gave back', { state: 'revision-by-funder' }, 'deliverable-not-accepted']
	])('%s', (_, change, code) => {
		const { verdict, blocks } = seen({ deliverables: [{ ...draft, ...change }] });
		expect(verdict).toBe('blocked');
		expect(blocks.map((block) => block.code)).toEqual([code]);
	});

	test('what the contract asks for in the period, though it was agreed for after it', () => {
		const moved = { ...draft, contractualOn: '2026-04-30', due: '2026-12-31', contractLateDays: 46 };
		expect(seen({ deliverables: [moved] }).blocks).toEqual([
			{
				...{ code: 'past-contract', item: 'D4.2', state: 'in-preparation', days: 46 },
				...{ due: '2026-12-31', agreedBy: null }
			}
		]);
	});

	test('a milestone that rests on a deliverable that comes after the period', () => {
		const late = { ...draft, forecastOn: '2026-12-15' };
		const { blocks } = seen({
			deliverables: [late],
			milestones: [{ ...milestone, dependsOn: ['D4.2'] }]
		});
		expect(blocks.map((block) => block.code)).toEqual(['after-period', 'depends-on']);
	});

	test('evidence withdrawn from a verified milestone, and a risk that has materialised', () => {
		const { blocking } = seen({
			milestones: [{ ...milestone, state: 'verified' }],
			risks: [{ number: 7, state: 'materialised', hasStatement: true }]
		});
		expect(blocking).toBe(2);
	});

	test('everything that is not finished once the period is over', () => {
		const { verdict, blocks } = seen({ deliverables: [draft], milestones: [milestone], risks: [RISK] }, OVER);
		expect(verdict).toBe('blocked');
		expect(blocksByItem(blocks).map(({ name }) => name)).toEqual(['D4.2', 'MS3', 'R1']);
	});
});

describe('when the period is over, an open risk', () => {
	const goesOn = { ...OVER, packageEndsOn: '2027-03-31' };
	const codes = (change: Partial<typeof RISK>, span: typeof SPAN) =>
		seen({ risks: [{ ...RISK, ...change }] }, span).blocks.map(({ code }) => code);

	test('is in the way until its state of play is written, where the work package goes on', () => {
		expect(codes({}, goesOn)).toEqual(['state-of-play-missing']);
		expect(codes({ hasStatement: true }, goesOn)).toEqual([]);
		expect(seen({ risks: [{ ...RISK, hasStatement: true }] }, goesOn).verdict).toBe('continues');
	});

	test('is in the way of a work package that has ended, as it is of the whole', () => {
		expect(codes({ hasStatement: true }, OVER)).toEqual(['risk-open']);
		expect(codes({}, OVER)).toEqual(['risk-open', 'state-of-play-missing']);
		expect(codes({ state: 'closed' }, OVER)).toEqual([]);
	});

	test('is in the way once it has materialised, whatever was written', () => {
		expect(codes({ state: 'materialised', hasStatement: true }, goesOn)).toEqual(['risk-open']);
	});
});

test('a work package whose months nobody set is no success', () => {
	expect(seen({}, { ...SPAN, packageEndsOn: null }).verdict).toBe('unknown');
});

test('several reasons for one item count as one item in the way', () => {
	const { blocking, blocks } = seen({
		deliverables: [{ ...draft, lateDays: 3, forecastOn: '2026-12-15', waitsFor: 'the ministry' }]
	});
	expect(blocks).toHaveLength(3);
	expect(blocking).toBe(1);
});

test('what if an item slips past the period is asked of the same rule and changes nothing', () => {
	const asked = facts({ deliverables: [draft] });
	expect(periodReadiness(withForecast(asked, 'D4.2', '2026-12-15'), SPAN).verdict).toBe('blocked');
	expect(periodReadiness(withForecast(asked, 'D4.2', '2026-10-15'), SPAN).verdict).toBe('on-course');
	expect(periodReadiness(asked, SPAN).verdict).toBe('on-course');
});

test('an item that is due after the period is no matter of it', () => {
	expect(
		seen({ deliverables: [accepted, { ...draft, due: '2026-12-31', contractualOn: '2026-12-31' }] }).verdict
	).toBe('ready');
});

test('a later forecast never makes a verdict better', () => {
	const rank = ['ready', 'continues', 'unknown', 'on-course', 'unconfirmed', 'blocked'];
	const day = fc
		.integer({ min: 0, max: 400 })
		.map((n) => new Date(1_780_000_000_000 + n * 86_400_000).toISOString().slice(0, 10));
	fc.assert(
		fc.property(
			day,
			day,
			fc.constantFrom('planned', 'in-review', 'submitted', 'accepted'),
			(one, other, state) => {
				const [early, late] = [one, other].sort();
				const of = (forecastOn: string | undefined) =>
					rank.indexOf(seen({ deliverables: [{ ...draft, state, forecastOn: forecastOn ?? null }] }).verdict);
				expect(of(late)).toBeGreaterThanOrEqual(of(early));
			}
		)
	);
});

test('the reporting period that runs is the last that has begun; a project without any is one period', () => {
	const project = { startOn: '2023-12-01', durationMonths: 36 };
	const periods = datedPeriods(
		[
			{ number: 1, startMonth: 1, endMonth: 18 },
			{ number: 2, startMonth: 19, endMonth: 36 }
		],
		project
	);
	expect(openPeriod(periods, '2025-05-31')?.number).toBe(1);
	expect(openPeriod(periods, '2025-06-01')?.number).toBe(2);
	expect(openPeriod(periods, '2027-06-01')?.number).toBe(2);
	expect(datedPeriods([], project).map(({ endsOn }) => endsOn)).toEqual(['2026-11-30']);
});
