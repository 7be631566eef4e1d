import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import type { Cover } from '#lib/domain/reviewers-ahead.ts';
import fc from 'fast-check';
import type { ReviewedRound } from '#lib/domain/review-findings.ts';
import { changeOne } from './prove.ts';

export const TODAY = '2026-06-15';

export const day = fc
	.integer({ min: 0, max: 500 })
	.map((days) => new Date(Date.UTC(2025, 9, 1 + days)).toISOString().slice(0, 10));

export const plannedItem = fc.record({
	kind: fc.constantFrom('deliverable' as const, 'milestone' as const),
	state: fc.constantFrom('planned', 'in-preparation', 'in-review'),
	mine: fc.boolean(),
	paymentRelevant: fc.constantFrom(0, 1),
	contractualOn: fc.option(day),
	agreedOn: fc.constant(null),
	forecastOn: fc.option(day)
});
export type PlannedItem = typeof plannedItem extends fc.Arbitrary<infer T> ? T : never;

/** One of them without the day by which it was due. */
export function withoutDay(items: readonly PlannedItem[], index: number): PlannedItem[] | null {
	return changeOne(
		items,
		index,
		({ contractualOn }) => contractualOn !== null,
		(one) => ({ ...one, contractualOn: null })
	);
}

export const SPAN = { endsOn: '2026-11-30', today: TODAY, packageEndsOn: '2026-09-30' };

export const workPackage = fc.record({
	deliverables: fc.array(
		fc.record({
			code: fc.constantFrom('D1', 'D2', 'D3'),
			state: fc.constantFrom(...DELIVERABLE_STATES),
			due: fc.option(day),
			forecastOn: fc.option(day),
			contractualOn: fc.constant(null),
			lateDays: fc.constant(0),
			contractLateDays: fc.constant(0),
			waitsFor: fc.option(fc.constant('the ministry')),
			unconfirmed: fc.boolean()
		}),
		{ minLength: 1, maxLength: 3 }
	),
	milestones: fc.constant([]),
	risks: fc.array(
		fc.record({
			number: fc.nat({ max: 9 }),
			state: fc.constantFrom('identified', 'assessed', 'closed'),
			hasStatement: fc.boolean()
		}),
		{ maxLength: 2 }
	)
});
export type WorkPackage = typeof workPackage extends fc.Arbitrary<infer T> ? T : never;

const isOpen = ({ state }: { state: string }) => !['accepted', 'withdrawn', 'merged'].includes(state);

/** Somebody who leads one of its open deliverables said something. */
export const isConfirmed = ({ deliverables }: WorkPackage) =>
	deliverables.some((one) => isOpen(one) && !one.unconfirmed && (one.due === null || one.due <= SPAN.endsOn));

/** Nobody who leads one of its deliverables said anything: no forecast, nothing in the way. */
export const unconfirmed = (one: WorkPackage): WorkPackage => ({
	...one,
	deliverables: one.deliverables.map((item) => ({
		...item,
		forecastOn: item.due === null ? item.forecastOn : null,
		waitsFor: null,
		unconfirmed: true
	}))
});

export const plannedReview = fc.record({
	state: fc.constantFrom('planned', 'in-preparation', 'in-review'),
	dueOn: fc.option(day),
	cover: fc.constantFrom<Cover>('covered', 'to-assign', 'nobody'),
	tooMany: fc.boolean()
});
export type PlannedReview = typeof plannedReview extends fc.Arbitrary<infer T> ? T : never;

export const review: fc.Arbitrary<ReviewedRound> = fc.record({
	number: fc.integer({ min: 1, max: 2 }),
	closedAt: fc.option(fc.constant('2026-06-01T10:00:00.000Z')),
	outcome: fc.constantFrom('quorum', 'changes-requested', 'superseded', 'ended'),
	blocking: fc.nat({ max: 2 }),
	questions: fc.constant(10),
	answered: fc.integer({ min: 2, max: 10 }),
	failed: fc.uniqueArray(fc.constantFrom('Complete', 'Clear'))
});

/** One of them still runs: nobody knows what it finds. */
export const withoutResult = (reviews: readonly ReviewedRound[], index: number) =>
	changeOne(
		reviews,
		index,
		({ closedAt, outcome }) => closedAt !== null && outcome !== 'ended',
		(one) => ({ ...one, closedAt: null, outcome: null })
	);
