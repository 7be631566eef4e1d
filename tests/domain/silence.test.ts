import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_IN_STATES } from '#lib/domain/check-ins/check-ins.ts';
import {
	periodCoverage,
	periodValues,
	reportMatrix,
	type MatrixReport
} from '#lib/domain/check-ins/matrix.ts';
import { countryWaiting, isComplete, projectWaiting, type Asked } from '#lib/domain/check-ins/waiting.ts';
import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import { MILESTONE_STATES } from '#lib/domain/milestones.ts';
import { headsOf } from '#lib/domain/outreach/outreach-counts.ts';
import { periodReadiness, type PeriodFacts, type PeriodVerdict } from '#lib/domain/payment-readiness.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { readiness } from '#lib/domain/readiness.ts';
import { reviewerOutlook } from '#lib/domain/reviewers-ahead.ts';
import {
	MISSING,
	NIL,
	notApplicable,
	reported,
	total,
	totalOf,
	valueOf,
	type Value
} from '#lib/domain/values.ts';
import { aCandidate, FABIO } from '#tests/support/deliverable-facts.ts';

const TODAY = '2026-06-15';
const day = fc
	.integer({ min: 0, max: 500 })
	.map((days) => new Date(Date.UTC(2025, 9, 1 + days)).toISOString().slice(0, 10));
const value: fc.Arbitrary<Value> = fc.oneof(
	fc.nat({ max: 500 }).map((count) => valueOf(count)),
	fc.constant(NIL),
	fc.constant(notApplicable('no students')),
	fc.constant(MISSING)
);

/** The same list with one of its members taken away or changed. */
function at<T>(list: readonly T[], index: number, change: (one: T) => T | null): T[] {
	return list.flatMap((one, place) => {
		const changed = place === index % list.length ? change(one) : one;
		return changed === null ? [] : [changed];
	});
}

describe('totals', () => {
	test('somebody falling silent never raises a sum or the number of those who reported, and is always told', () => {
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 14 }), fc.nat(), (values, index) => {
				const before = total(values);
				const after = total(at(values, index, () => MISSING));
				expect(after.sum ?? 0).toBeLessThanOrEqual(before.sum ?? 0);
				expect(reported(after)).toBeLessThanOrEqual(reported(before));
				expect(after.asked).toBe(before.asked);
				expect(after.isWhole).toBe(false);
				expect(totalOf([after, before]).isWhole).toBe(false);
			})
		);
	});

	test('nobody reporting anything is no zero', () => {
		fc.assert(
			fc.property(fc.array(fc.constant(MISSING), { maxLength: 14 }), (values) => {
				expect(total(values).sum).toBeNull();
			})
		);
	});

	test('of events and trainings: a record that says nothing of its heads is missing, and adds none', () => {
		const line = (of: Value, index: number) => ({
			...({
				recordId: String(index),
				code: `DC-${index}`,
				day: TODAY,
				role: 'audience',
				kind: 'students'
			} as const),
			...{ value: of, women: null, list: null, countedAt: null }
		});
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.nat(), (values, index) => {
				const records = values.map((one, place) => ({ state: 'done', heads: [line(one, place)] }));
				const all = () => true;
				const before = headsOf(records, all);
				const after = headsOf(
					at(records, index, (one) => ({ ...one, heads: [] })),
					all
				);
				expect(after.sum ?? 0).toBeLessThanOrEqual(before.sum ?? 0);
				expect(after.isWhole).toBe(false);
			})
		);
	});
});

const PERIODS = ['2026-03-01', '2026-04-01', '2026-05-01'].map((startsOn, index) => ({
	id: startsOn,
	...{ startsOn, endsOn: startsOn, opensOn: startsOn, lockedAt: null },
	dueOn: `2026-0${4 + index}-08`
}));
const ORGANISATIONS = [
	{ id: 'fpi', acronym: 'FPI', country: 'UZ', role: 'national-coordinator' as const },
	{ id: 'bsu', acronym: 'BSU', country: 'UZ', role: 'partner' as const },
	{ id: 'iau', acronym: 'IAU', country: 'UZ', role: 'partner' as const }
];
const report = fc.record({
	organisationId: fc.constantFrom(...ORGANISATIONS.map(({ id }) => id)),
	periodId: fc.constantFrom(...PERIODS.map(({ id }) => id)),
	facts: fc.record({
		state: fc.constantFrom(...CHECK_IN_STATES),
		answer: fc.constantFrom('report' as const, 'nil' as const),
		firstSubmittedOn: day
	})
});
const reports = fc.uniqueArray(report, {
	minLength: 1,
	maxLength: 9,
	selector: ({ organisationId, periodId }) => organisationId + periodId
});

describe('the matrix of who reported', () => {
	test('a report that is not there is never counted: not as reported, not as in time, not as accepted', () => {
		const good = (of: readonly MatrixReport[]) =>
			reportMatrix(ORGANISATIONS, PERIODS, of, TODAY).flatMap(({ cells, timeliness }) => [
				timeliness.inTime,
				cells.filter(({ standing }) => ['reported', 'nil', 'accepted-project', 'locked'].includes(standing))
					.length
			]);
		fc.assert(
			fc.property(reports, fc.nat(), (all, index) => {
				const fewer = at(all, index, () => null);
				const [before, after] = [good(all), good(fewer)];
				after.forEach((count, place) => expect(count).toBeLessThanOrEqual(before[place] ?? 0));
				for (const period of PERIODS) {
					const covered = periodCoverage(period, ORGANISATIONS, fewer);
					expect(reported(covered)).toBeLessThanOrEqual(reported(periodCoverage(period, ORGANISATIONS, all)));
					expect(covered.asked).toBe(ORGANISATIONS.length);
					expect(total(periodValues(period, ORGANISATIONS, fewer)).missing).toBe(covered.missing);
				}
			})
		);
	});

	test('a draft that nobody sent says no more than nothing', () => {
		fc.assert(
			fc.property(reports, (all) => {
				const drafts = all.map((one) => ({ ...one, facts: { ...one.facts, state: 'draft' as const } }));
				for (const period of PERIODS) expect(reported(periodCoverage(period, ORGANISATIONS, drafts))).toBe(0);
			})
		);
	});

	test('a country or the project is never done with while somebody was silent and nobody said why it goes on', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...CHECK_IN_STATES), { minLength: 3, maxLength: 3 }),
				fc.nat({ max: 2 }),
				(states, silent) => {
					const asked: Asked[] = ORGANISATIONS.map((one, index) => ({
						...one,
						state: index === silent ? null : (states[index] ?? null),
						without: []
					}));
					expect(isComplete(countryWaiting('UZ', asked))).toBe(false);
					expect(isComplete(projectWaiting(asked))).toBe(false);
				}
			)
		);
	});
});

const RANK: readonly PeriodVerdict[] = [
	'ready',
	'continues',
	'unknown',
	'on-course',
	'unconfirmed',
	'blocked'
];
const dated = {
	due: fc.option(day),
	forecastOn: fc.option(day),
	...{ contractualOn: fc.constant(null), lateDays: fc.constant(0), contractLateDays: fc.constant(0) },
	unconfirmed: fc.boolean()
};
const facts: fc.Arbitrary<PeriodFacts> = fc.record({
	deliverables: fc.array(
		fc.record({
			code: fc.constantFrom('D1', 'D2', 'D3'),
			state: fc.constantFrom(...DELIVERABLE_STATES),
			...dated
		}),
		{ minLength: 1, maxLength: 3 }
	),
	milestones: fc.array(
		fc.record({
			code: fc.constantFrom('MS1', 'MS2'),
			state: fc.constantFrom(...MILESTONE_STATES),
			means: fc.constant(2),
			meansWithEvidence: fc.nat({ max: 2 }),
			...dated
		}),
		{ maxLength: 2 }
	),
	risks: fc.array(
		fc.record({
			number: fc.nat({ max: 9 }),
			state: fc.constantFrom('identified', 'assessed', 'closed'),
			hasStatement: fc.constantFrom(true, false, null)
		}),
		{
			maxLength: 2
		}
	)
});
const span = fc.record({ endsOn: day, today: fc.constant(TODAY), packageEndsOn: fc.option(day) });

describe('verdicts', () => {
	test('of payment: silence, missing evidence and a missing day never make a work package look better', () => {
		fc.assert(
			fc.property(facts, span, (known, period) => {
				const rank = (of: PeriodFacts) => RANK.indexOf(periodReadiness(of, period).verdict);
				const silent = <T extends object>(list: readonly T[]) =>
					list.map((one) => ({ ...one, unconfirmed: true }));
				const quiet = {
					...known,
					deliverables: silent(known.deliverables),
					milestones: silent(known.milestones)
				};
				expect(rank(quiet)).toBeGreaterThanOrEqual(rank(known));
				const unproven = known.milestones.map((one) => ({ ...one, meansWithEvidence: 0 }));
				expect(rank({ ...known, milestones: unproven })).toBeGreaterThanOrEqual(rank(known));
				const unsaid = known.risks.map((one) => ({ ...one, hasStatement: false }));
				expect(rank({ ...known, risks: unsaid })).toBeGreaterThanOrEqual(rank(known));
			})
		);
	});

	test('of payment: complete is only what was accepted and verified, with its evidence and no risk open', () => {
		fc.assert(
			fc.property(facts, span, (known, period) => {
				if (periodReadiness(known, period).verdict !== 'ready') return;
				const within = (due: string | null) => due === null || due <= period.endsOn;
				const open = known.deliverables.filter(
					({ state, due }) => within(due) && !['accepted', 'withdrawn', 'merged'].includes(state)
				);
				expect(open).toEqual([]);
				expect(known.risks.every(({ state }) => state === 'closed')).toBe(true);
			})
		);
	});

	test('of a work package as a whole: less evidence never blocks less', () => {
		fc.assert(
			fc.property(facts, (known) => {
				const unproven = known.milestones.map((one) => ({ ...one, meansWithEvidence: 0 }));
				expect(readiness({ ...known, milestones: unproven }).blocks.length).toBeGreaterThanOrEqual(
					readiness(known).blocks.length
				);
				expect(readiness({ deliverables: [], milestones: [], risks: [] }).verdict).toBe('unknown');
			})
		);
	});

	test('of reviewers: fewer people asked or available never cover a review better', () => {
		const people = [
			aCandidate(),
			aCandidate(FABIO),
			aCandidate({ personId: 'g', organisationId: 'kaznu', country: 'KZ' })
		];
		const order = ['covered', 'to-assign', 'nobody'];
		fc.assert(
			fc.property(fc.subarray(people), fc.subarray(people), fc.nat(), (asked, candidates, index) => {
				const item = {
					id: 'd',
					code: 'D1',
					state: 'planned',
					dueOn: '2026-08-31',
					leadOrganisationId: 'koksu'
				};
				const seen = (some: typeof people, pool: typeof people) =>
					order.indexOf(
						reviewerOutlook(
							{ ...item, leadCountry: 'KZ', contributions: [], asked: some, round: null },
							{ candidates: pool, conflicts: [], former: [] },
							PROPOSED_QUALITY_PLAN,
							TODAY
						).cover
					);
				const fewer = asked.length === 0 ? asked : at(asked, index, () => null);
				const less = candidates.length === 0 ? candidates : at(candidates, index, () => null);
				expect(seen(asked, less)).toBeGreaterThanOrEqual(seen(asked, candidates));
				expect(seen(fewer, [])).toBeGreaterThanOrEqual(seen(asked, []));
			})
		);
	});
});
