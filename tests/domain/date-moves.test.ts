import { describe, expect, test } from 'vitest';
import {
	agreedMoveBlocks,
	daysLateWhenMoved,
	forecastMoveBlocks,
	shiftDays,
	slip,
	type MovableItem,
	type RecordedMove
} from '#lib/domain/date-moves.ts';

const TODAY = '2026-06-15';
const REASONS = [{ code: 'staff', label: 'Staff change or absence' }];
const item: MovableItem = {
	code: 'D4.2',
	kind: 'deliverable',
	state: 'in-preparation',
	contractualOn: '2026-05-31',
	agreedOn: '2026-06-30',
	forecastOn: '2026-07-10',
	submittedOn: null
};
const forecast = (toOn: string, change: Partial<MovableItem> = {}, reasonCode = 'staff') =>
	forecastMoveBlocks({ ...item, ...change }, { toOn, reasonCode }, REASONS, TODAY).map((one) => one.code);
const agreed = (toOn: string, change: Partial<MovableItem> = {}, reference = 'SC 4, decision 7') =>
	agreedMoveBlocks({ ...item, ...change }, { toOn, reference }).map((one) => one.code);

describe('a forecast', () => {
	test('moves later or earlier, for one of the reasons of the quality plan', () => {
		expect(forecast('2026-07-20')).toEqual([]);
		expect(forecast(TODAY)).toEqual([]);
	});

	test.each([
		['the day it is already', '2026-07-10', {}, 'staff', ['date-unchanged']],
		['a day in the past', '2026-06-14', {}, 'staff', ['forecast-in-the-past']],
		['without a known reason', '2026-07-20', {}, 'moon', ['slip-reason-unknown']],
		['of a submitted item', '2026-07-20', { submittedOn: '2026-06-10' }, 'staff', ['dates-fixed-when-done']],
		['of a withdrawn item', '2026-07-20', { state: 'withdrawn' }, 'staff', ['dates-fixed-when-ended']],
		[
			'all at once',
			'2026-06-01',
			{ state: 'merged', forecastOn: '2026-06-01' },
			'',
			['dates-fixed-when-ended', 'date-unchanged', 'forecast-in-the-past', 'slip-reason-unknown']
		]
	] as const)('does not move: %s', (_, toOn, change, reason, codes) => {
		expect(forecast(toOn, change, reason)).toEqual(codes);
	});
});

describe('an agreed date', () => {
	test('moves with a reference, even after it was passed', () => {
		expect(agreed('2026-07-20')).toEqual([]);
		expect(agreed('2026-07-20', { agreedOn: '2026-05-31' })).toEqual([]);
	});

	test('never moves without one, nor for what is done: late stays late', () => {
		expect(agreed('2026-07-20', {}, '  ')).toEqual(['reference-needed']);
		expect(agreed('2026-07-20', { submittedOn: '2026-07-12' })).toEqual(['dates-fixed-when-done']);
		expect(agreed('2026-07-20', { kind: 'milestone', state: 'declared', achievedOn: '2026-07-12' })).toEqual([
			'dates-fixed-when-done'
		]);
	});
});

describe('the ledger', () => {
	const move = (change: Partial<RecordedMove>): RecordedMove => ({
		dateKind: 'agreed',
		fromOn: '2026-05-31',
		toOn: '2026-06-30',
		movedOn: '2026-05-20',
		...change
	});

	test('says by how many days each move shifted the date', () => {
		expect(shiftDays(move({}))).toBe(30);
		expect(shiftDays(move({ toOn: '2026-05-28' }))).toBe(-3);
		expect(shiftDays(move({ fromOn: null }))).toBeNull();
	});

	test('keeps how late it was when it was moved after its day', () => {
		expect(daysLateWhenMoved(move({ movedOn: '2026-06-12' }))).toBe(12);
		expect(daysLateWhenMoved(move({}))).toBe(0);
		expect(daysLateWhenMoved(move({ fromOn: null, movedOn: '2026-06-12' }))).toBe(0);
	});

	test('counts moves of one kind, and not the first date', () => {
		const moves = [
			move({ fromOn: null }),
			move({}),
			move({ toOn: '2026-05-28' }),
			move({ dateKind: 'forecast' })
		];
		expect(slip(moves, 'agreed')).toEqual({ count: 2, days: 27 });
		expect(slip(moves, 'contractual')).toEqual({ count: 0, days: 0 });
	});
});
