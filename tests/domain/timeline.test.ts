import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthEnd, monthStart, projectMonth } from '#lib/domain/days.ts';
import { timelineOf, xOf, type TimelineItem, type TimelinePlan } from '#lib/domain/timeline.ts';

const item = (change: Partial<TimelineItem> = {}): TimelineItem => ({
	kind: 'deliverable',
	code: 'D4.2',
	title: 'Algorithm',
	lead: 'KOKSU',
	readable: true,
	state: 'in-preparation',
	contractualOn: '2026-05-31',
	agreedOn: '2026-06-30',
	forecastOn: '2026-07-31',
	...change
});
const plan = (items: TimelineItem[] = [], change: Partial<TimelinePlan> = {}): TimelinePlan => ({
	startOn: '2023-12-01',
	durationMonths: 36,
	today: '2026-06-15',
	soonDays: 14,
	workPackages: [
		{
			number: 4,
			title: 'Micro-credentials',
			lead: 'UPV',
			startMonth: 3,
			endMonth: 34,
			tasks: [{ number: 'T4.1', title: 'Criteria', lead: null, startMonth: 3, endMonth: 3 }],
			items
		}
	],
	periods: [
		{ number: 1, startMonth: 1, endMonth: 18 },
		{ number: 2, startMonth: 19, endMonth: 36 }
	],
	...change
});

describe('where a day lies', () => {
	test.each([
		['2023-12-31', 1],
		['2024-02-29', 3],
		['2026-11-30', 36],
		['2023-11-30', 0],
		['2024-01-15', 1 + 15 / 31]
	])('%s at %s months', (day, x) => {
		expect(xOf('2023-12-01', day)).toBeCloseTo(x, 10);
	});

	test('the last day of every project month is on its line, wherever the project starts', () => {
		const start = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2023-01-31', days));
		fc.assert(
			fc.property(start, fc.integer({ min: 1, max: 60 }), (startOn, month) => {
				expect(xOf(startOn, monthEnd(startOn, month))).toBeCloseTo(month, 10);
				const first = xOf(startOn, monthStart(startOn, month));
				expect(first).toBeGreaterThan(month - 1);
				expect(first).toBeLessThan(month);
			})
		);
	});

	test('later days lie further right', () => {
		const start = fc.constantFrom('2023-12-01', '2024-01-31', '2024-02-29', '2023-06-15');
		fc.assert(
			fc.property(start, fc.integer({ min: 0, max: 1500 }), (startOn, days) => {
				const day = addDays(startOn, days);
				expect(xOf(startOn, addDays(day, 1))).toBeGreaterThan(xOf(startOn, day));
				expect(Math.ceil(xOf(startOn, day) - 1e-9)).toBe(projectMonth(startOn, day));
			})
		);
	});
});

describe('rows', () => {
	test('a work package with its bar, its tasks, its items with three dates', () => {
		const { rows } = timelineOf(plan([item()]));
		expect(rows.map(({ kind, code }) => [kind, code])).toEqual([
			['work-package', 'WP4'],
			['task', 'T4.1'],
			['deliverable', 'D4.2']
		]);
		expect(rows[0]).toMatchObject({ bar: { x: 2, width: 32 } });
		expect(rows[1]).toMatchObject({ bar: { x: 2, width: 1 } });
		expect(rows[2]).toMatchObject({
			late: { state: 'past-contract', forecastLateDays: 31 },
			marks: [
				{ date: 'contractual', x: 30, beyond: false },
				{ date: 'agreed', x: 31 },
				{ date: 'forecast', x: 32 }
			]
		});
	});

	test('what is done shows when, and no forecast any more', () => {
		const { rows } = timelineOf(plan([item({ submittedOn: '2026-06-10', state: 'submitted' })]));
		expect(rows.at(-1)).toMatchObject({
			marks: [{ date: 'contractual' }, { date: 'agreed' }, { date: 'done', on: '2026-06-10' }]
		});
	});

	test('a work package without months has no bar', () => {
		const [workPackage] = plan().workPackages;
		if (!workPackage) throw new Error('no work package');
		const bare = { ...workPackage, startMonth: null, tasks: [] };
		expect(timelineOf(plan([], { workPackages: [bare] })).rows).toMatchObject([{ bar: null }]);
	});
});

describe('the ruler', () => {
	test('has the project’s months, its calendar years and its periods', () => {
		const drawn = timelineOf(plan());
		expect(drawn.months).toBe(36);
		expect(drawn.years).toEqual([
			{ year: 2023, x: 0, width: 1 },
			{ year: 2024, x: 1, width: 12 },
			{ year: 2025, x: 13, width: 12 },
			{ year: 2026, x: 25, width: 11 }
		]);
		expect(drawn.periods).toMatchObject([
			{ number: 1, x: 0, width: 18 },
			{ number: 2, x: 18, width: 18 }
		]);
	});

	test('grows for dates after the end, by a year at most, and says what lies beyond', () => {
		expect(timelineOf(plan([item({ forecastOn: '2027-02-15' })])).months).toBe(39);
		const far = timelineOf(plan([item({ forecastOn: '2999-12-31' })]));
		expect(far.months).toBe(48);
		expect(far.rows.at(-1)).toMatchObject({ marks: [{}, {}, { x: 48, beyond: true }] });
	});

	test('shows today inside, and nothing before the start or long after the end', () => {
		expect(timelineOf(plan()).todayX).toBeCloseTo(30 + 14.5 / 30, 10);
		expect(timelineOf(plan([], { today: '2023-11-15' })).todayX).toBeNull();
		expect(timelineOf(plan([], { today: '2030-01-01' })).todayX).toBeNull();
	});
});
