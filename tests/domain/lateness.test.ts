import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { isOverdue, lateness, wasOverdue, type DatedItem } from '#lib/domain/lateness.ts';

const TODAY = '2026-06-15';
const open: DatedItem = {
	kind: 'deliverable',
	state: 'in-preparation',
	contractualOn: '2026-06-30',
	agreedOn: '2026-06-30',
	forecastOn: null,
	submittedOn: null
};
const of = (change: Partial<DatedItem>, soonDays = 14) => lateness({ ...open, ...change }, TODAY, soonDays);

describe('an open deliverable', () => {
	test.each([
		['due in 15 days', { agreedOn: '2026-06-30' }, 'on-time', 0],
		['due in 14 days', { agreedOn: '2026-06-29' }, 'due-soon', 0],
		['due today', { agreedOn: TODAY }, 'due-soon', 0],
		['due yesterday', { agreedOn: '2026-06-14' }, 'late', 1],
		['due on a leap day two years ago', { agreedOn: '2024-02-29' }, 'late', 837],
		['due only by contract', { agreedOn: null, contractualOn: '2026-05-31' }, 'late', 15],
		['without any date', { agreedOn: null, contractualOn: null }, 'no-date', 0]
	] as const)('%s', (_, dates, state, lateDays) => {
		expect(of(dates)).toMatchObject({ state, lateDays, doneLateDays: 0 });
	});

	test('a forecast after the agreed date says by how many days', () => {
		expect(of({ forecastOn: '2026-07-12' })).toMatchObject({ forecastLateDays: 12, forecastPassed: false });
	});

	test('a forecast that has passed is told apart from a date that is late', () => {
		expect(of({ forecastOn: '2026-06-14' })).toMatchObject({ forecastPassed: true, lateDays: 0 });
	});
});

describe('a date that the consortium agreed on after the day of the contract', () => {
	const moved = { contractualOn: '2026-04-30', agreedOn: '2026-07-10' };

	test('leaves what is not done past the contract: neither late nor on time', () => {
		expect(of(moved)).toMatchObject({ state: 'past-contract', lateDays: 0, contractLateDays: 46 });
		expect(isOverdue(of(moved))).toBe(true);
	});

	test('does not make what is done by then done in time', () => {
		const done = of({ ...moved, state: 'submitted', submittedOn: '2026-06-09' });
		expect(done).toMatchObject({ state: 'done-past-contract', doneLateDays: 0, doneContractLateDays: 40 });
		expect([isOverdue(done), wasOverdue(done)]).toEqual([false, true]);
	});

	test('once it has passed too, is late, and by how much past the contract stays told', () => {
		expect(of({ ...moved, agreedOn: '2026-06-10' })).toMatchObject({
			state: 'late',
			lateDays: 5,
			contractLateDays: 46
		});
	});

	test('never makes less of what is past the contract, wherever it moves', () => {
		fc.assert(
			fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
				const { state, contractLateDays } = of({ ...moved, agreedOn: addDays(TODAY, days) });
				expect(contractLateDays).toBe(46);
				expect(['late', 'past-contract']).toContain(state);
			})
		);
	});
});

describe('what is done', () => {
	test('a deliverable submitted 12 days late stays 12 days late, however long ago', () => {
		expect(of({ agreedOn: '2025-01-31', submittedOn: '2025-02-12', state: 'accepted' })).toEqual({
			due: '2025-01-31',
			doneOn: '2025-02-12',
			lateDays: 0,
			doneLateDays: 12,
			contractLateDays: 0,
			doneContractLateDays: 0,
			forecastLateDays: 0,
			isGivenBack: false,
			forecastPassed: false,
			state: 'done-late'
		});
	});

	test.each([
		['submitted', false],
		['accepted', false],
		['revision-by-funder', true],
		['in-review', true],
		['withdrawn', false]
	])('a deliverable submitted once that is %s now was given back: %s', (state, isGivenBack) => {
		expect(of({ state, submittedOn: '2026-06-01' }).isGivenBack).toBe(isGivenBack);
	});

	test('a deliverable submitted on its day is done, not late', () => {
		expect(of({ submittedOn: '2026-06-30' })).toMatchObject({ state: 'done', doneLateDays: 0 });
	});

	test.each([
		['claimed', 'late', null],
		['verifying', 'late', null],
		['verified', 'done', '2026-05-30'],
		['declared', 'done', '2026-05-30']
	])('a milestone that is %s is %s', (state, lateState, doneOn) => {
		const milestone = of({ kind: 'milestone', state, achievedOn: '2026-05-30', agreedOn: '2026-05-31' });
		expect(milestone).toMatchObject({ state: lateState, doneOn });
	});

	test.each(['withdrawn', 'merged', 'replaced', 'not-achieved', 'deferred'])(
		'%s is neither late nor done',
		(state) => {
			expect(of({ state, agreedOn: '2020-01-01', forecastOn: '2021-01-01' })).toMatchObject({
				state: 'ended',
				lateDays: 0,
				doneLateDays: 0,
				forecastLateDays: 0
			});
		}
	);
});

test('an item is never late before it is due, and one more day late with every day after', () => {
	fc.assert(
		fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 60 }), (days, soonDays) => {
			const { lateDays, state } = of({ agreedOn: addDays(TODAY, -days) }, soonDays);
			expect(lateDays).toBe(Math.max(0, days));
			expect(state).toBe(days > 0 ? 'late' : -days <= soonDays ? 'due-soon' : 'on-time');
		})
	);
});

test('the day it was done decides, whatever today is', () => {
	const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-31', days));
	fc.assert(
		fc.property(day, day, day, (agreedOn, submittedOn, today) => {
			const seen = lateness({ ...open, agreedOn, submittedOn }, today, 14);
			expect(seen.lateDays).toBe(0);
			expect(addDays(agreedOn, seen.doneLateDays) >= submittedOn).toBe(true);
		})
	);
});
