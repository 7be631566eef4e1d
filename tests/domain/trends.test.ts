import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/days.ts';
import { burnUp, trends, type BurnUpItem, type TrendItem, type TrendMove } from '#lib/domain/trends.ts';

const START = '2023-12-01';
const TODAY = '2024-03-10';

describe('the burn-up of deliverables', () => {
	const item = (change: Partial<BurnUpItem>): BurnUpItem => ({
		state: 'planned',
		contractualOn: null,
		submittedOn: null,
		acceptedOn: null,
		...change
	});

	test('counts what was due, submitted and accepted by the end of each month, and nothing ahead', () => {
		const items = [
			item({
				contractualOn: '2024-01-31',
				submittedOn: '2024-02-12',
				acceptedOn: '2024-03-05',
				state: 'accepted'
			}),
			item({ contractualOn: '2024-02-29', submittedOn: '2024-02-29', state: 'submitted' }),
			item({ contractualOn: '2024-05-31' }),
			item({ contractualOn: '2024-01-31', state: 'withdrawn' })
		];
		const { points, total } = burnUp(items, START, 6, TODAY);
		expect(total).toBe(3);
		expect(points.map(({ planned, submitted, accepted }) => [planned, submitted, accepted])).toEqual([
			[0, 0, 0],
			[1, 0, 0],
			[2, 2, 0],
			[2, 2, 1],
			[2, null, null],
			[3, null, null]
		]);
	});

	test('says how many have no day, in place of inventing one', () => {
		const items = [item({}), item({ state: 'accepted', contractualOn: '2024-01-31' })];
		expect(burnUp(items, START, 6, TODAY)).toMatchObject({ total: 2, withoutDue: 1, acceptedWithoutDay: 1 });
	});

	test('never falls, and never exceeds the total', () => {
		const day = fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days)));
		const items = fc.array(
			fc.record({ state: fc.constant('planned'), contractualOn: day, submittedOn: day, acceptedOn: day })
		);
		fc.assert(
			fc.property(items, fc.integer({ min: -50, max: 500 }), (items, days) => {
				const { points, total } = burnUp(items, START, 12, addDays(START, days));
				for (const line of ['planned', 'submitted', 'accepted'] as const) {
					const values = points.map((point) => point[line]).filter((value) => value !== null);
					expect(values).toEqual(values.toSorted((a, b) => a - b));
					expect(Math.max(0, ...values)).toBeLessThanOrEqual(total);
				}
			})
		);
	});
});

describe('the trend of milestones', () => {
	const item = (change: Partial<TrendItem> = {}): TrendItem => ({
		id: 'ms3',
		code: 'MS3',
		title: 'Criteria agreed',
		contractualOn: '2024-05-31',
		agreedOn: '2024-05-31',
		forecastOn: null,
		doneOn: null,
		...change
	});
	const move = (change: Partial<TrendMove>): TrendMove => ({
		itemId: 'ms3',
		dateKind: 'forecast',
		fromOn: '2024-05-31',
		toOn: '2024-06-30',
		movedOn: '2024-01-15',
		...change
	});
	const points = (item: TrendItem, moves: TrendMove[]) =>
		trends([item], moves, START, TODAY).flatMap((one) =>
			one.points.map(({ reportedOn, expectedOn }) => [reportedOn, expectedOn])
		);

	test('is level where nothing was ever moved', () => {
		expect(points(item(), [])).toEqual([
			[START, '2024-05-31'],
			[TODAY, '2024-05-31']
		]);
	});

	test('follows forecasts, and agreed dates as long as there is no forecast', () => {
		const moves = [
			move({ dateKind: 'agreed', toOn: '2024-06-15', movedOn: '2023-12-20' }),
			move({ fromOn: '2024-06-15', toOn: '2024-06-30', movedOn: '2024-01-15' }),
			move({ fromOn: '2024-06-30', toOn: '2024-07-31', movedOn: '2024-02-29' })
		];
		expect(points(item({ agreedOn: '2024-06-15', forecastOn: '2024-07-31' }), moves)).toEqual([
			[START, '2024-05-31'],
			['2023-12-20', '2024-06-15'],
			['2024-01-15', '2024-06-30'],
			['2024-02-29', '2024-07-31'],
			[TODAY, '2024-07-31']
		]);
	});

	test('ends on the day it was achieved', () => {
		expect(points(item({ doneOn: '2024-03-02' }), [])).toEqual([
			[START, '2024-05-31'],
			['2024-03-02', '2024-03-02']
		]);
	});

	test('begins with the amendment that added it, and several moves of a day count once', () => {
		const moves = [
			move({ dateKind: 'contractual', fromOn: null, toOn: '2024-05-31', movedOn: '2024-02-01' }),
			move({ toOn: '2024-06-10', movedOn: '2024-02-20' }),
			move({ fromOn: '2024-06-10', toOn: '2024-06-20', movedOn: '2024-02-20' })
		];
		expect(points(item({ forecastOn: '2024-06-20' }), moves)).toEqual([
			['2024-02-01', '2024-05-31'],
			['2024-02-20', '2024-06-20'],
			[TODAY, '2024-06-20']
		]);
	});

	test('leaves out a milestone without any date', () => {
		expect(trends([item({ agreedOn: null, contractualOn: null })], [], START, TODAY)).toEqual([]);
	});
});
