import { describe, expect, it } from 'vitest';
import { periodsUntil, type PeriodContext } from '#lib/domain/check-ins/periods.ts';

const CONTEXT: PeriodContext = {
	startOn: '2023-12-01',
	durationMonths: 36,
	setUpOn: '2026-03-10',
	country: 'ES',
	rhythm: {
		checkInMonths: 1,
		checkInDueWorkingDays: 5,
		checkInFromMonth: 0,
		holidays: { ES: ['2026-06-01'] }
	}
};
const withRhythm = (rhythm: Partial<PeriodContext['rhythm']>): PeriodContext => ({
	...CONTEXT,
	rhythm: { ...CONTEXT.rhythm, ...rhythm }
});

describe('the periods of check-ins', () => {
	it('begin with the month in which the project was set up, and end with the running one', () => {
		const periods = periodsUntil(CONTEXT, [], '2026-06-15');
		expect(periods.map(({ startsOn }) => startsOn)).toEqual([
			'2026-03-01',
			'2026-04-01',
			'2026-05-01',
			'2026-06-01'
		]);
	});

	it('begin where the quality plan says', () => {
		const periods = periodsUntil(withRhythm({ checkInFromMonth: 30 }), [], '2026-06-15');
		expect(periods.map(({ startsOn }) => startsOn)).toEqual(['2026-05-01', '2026-06-01']);
	});

	it('are due on a working day of the coordinator, past its holidays', () => {
		const [, , may] = periodsUntil(CONTEXT, [], '2026-06-15');
		expect(may).toEqual({
			startsOn: '2026-05-01',
			endsOn: '2026-05-31',
			opensOn: '2026-05-01',
			dueOn: '2026-06-08'
		});
	});

	it('of a quarter open with its last month', () => {
		const context = withRhythm({ checkInMonths: 3 });
		expect(periodsUntil(context, [], '2026-04-30')).toEqual([]);
		expect(periodsUntil(context, [], '2026-05-01')).toHaveLength(1);
	});

	it('that are stored stay as they were when the rhythm changes, without a gap and without overlap', () => {
		const stored = periodsUntil(CONTEXT, [], '2026-04-20');
		const periods = periodsUntil(withRhythm({ checkInMonths: 3 }), stored, '2026-08-01');
		expect(periods.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
			['2026-03-01', '2026-03-31'],
			['2026-04-01', '2026-04-30'],
			['2026-05-01', '2026-07-31']
		]);
	});

	it('end with the project', () => {
		const periods = periodsUntil(withRhythm({ checkInMonths: 2 }), [], '2030-01-01');
		expect(periods.at(-1)).toMatchObject({ startsOn: '2026-11-01', endsOn: '2026-11-30' });
	});
});
