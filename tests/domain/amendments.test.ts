import { describe, expect, test } from 'vitest';
import { additionBlocks, amendedDue, dueBlocks, signingBlocks } from '#lib/domain/amendments.ts';
import type { MovableItem } from '#lib/domain/date-moves.ts';

const START = '2023-12-01';
const now = { dueMonth: 31, dueOn: '2026-06-30' };

describe('the due date an amendment asks for', () => {
	test.each([
		['nothing changed', { dueMonth: 31, dueOn: '2026-06-30' }, now],
		['both left empty', { dueMonth: null, dueOn: null }, now],
		['a month: its last day', { dueMonth: 33, dueOn: '2026-06-30' }, { dueMonth: 33, dueOn: '2026-08-31' }],
		['a February', { dueMonth: 3, dueOn: null }, { dueMonth: 3, dueOn: '2024-02-29' }],
		['a day: its month', { dueMonth: 31, dueOn: '2026-08-15' }, { dueMonth: 33, dueOn: '2026-08-15' }],
		[
			'both, as the agreement says',
			{ dueMonth: 34, dueOn: '2026-10-15' },
			{ dueMonth: 34, dueOn: '2026-10-15' }
		]
	])('%s', (_, asked, due) => {
		expect(amendedDue(START, now, asked)).toEqual(due);
	});
});

describe('signing', () => {
	test.each([
		['today', '2026-06-15', []],
		['tomorrow', '2026-06-16', ['signed-in-future']],
		['on the day of the last one', '2025-03-01', []],
		['before the last one', '2025-02-28', ['signed-before-last']]
	])('%s', (_, signedOn, codes) => {
		const last = { number: 1, signedOn: '2025-03-01' };
		expect(signingBlocks(signedOn, '2026-06-15', last).map((one) => one.code)).toEqual(codes);
	});
});

describe('a changed due date', () => {
	const item: MovableItem = {
		code: 'D4.2',
		kind: 'deliverable',
		state: 'planned',
		contractualOn: '2026-06-30',
		agreedOn: '2026-06-30',
		forecastOn: null,
		submittedOn: null
	};
	const blocks = (dueOn: string, change: Partial<MovableItem> = {}) =>
		dueBlocks({ ...item, ...change }, { dueMonth: null, dueOn }, { startOn: START }).map((one) => one.code);

	test('is never of something done, and never before the start', () => {
		expect(blocks('2026-09-30')).toEqual([]);
		expect(blocks('2023-11-30')).toEqual(['due-before-start']);
		expect(blocks('2026-09-30', { submittedOn: '2026-07-12' })).toEqual(['dates-fixed-when-done']);
		expect(blocks('2026-06-30', { submittedOn: '2026-07-12' })).toEqual([]);
	});
});

describe('something new in the plan', () => {
	const due = { dueMonth: 35, dueOn: '2026-10-31' };
	test.each([
		['a deliverable of its work package', 'deliverable', 'D4.6', 4, due, []],
		['a deliverable of another', 'deliverable', 'D5.6', 4, due, ['code-shape']],
		['a milestone', 'milestone', 'MS12', 4, due, []],
		['a milestone called a deliverable', 'milestone', 'D4.6', 4, due, ['code-shape']],
		['a code that is taken', 'deliverable', 'D4.2', 4, due, ['code-taken']],
		['no due date', 'milestone', 'MS12', 4, { dueMonth: null, dueOn: null }, ['addition-without-due']],
		[
			'due before the start',
			'milestone',
			'MS12',
			4,
			{ dueMonth: null, dueOn: '2016-06-30' },
			['due-before-start']
		]
	] as const)('%s', (_, kind, code, workPackage, due, codes) => {
		const blocks = additionBlocks({ kind, code, workPackage, due }, ['D4.2'], { startOn: START });
		expect(blocks.map((one) => one.code)).toEqual(codes);
	});
});
