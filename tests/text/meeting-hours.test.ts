import { expect, test } from 'vitest';
import { meetingHoursText } from '#lib/text/meetings/days.ts';

const slot = (day: string, startsAt: number | null = 570, endsAt: number | null = 780) => ({
	day,
	startsAt,
	endsAt
});

test.each([
	['one day', [slot('2026-06-25')], '09:30–13:00 UTC+2'],
	['two days with the same hours', [slot('2026-06-25'), slot('2026-06-26')], '09:30–13:00 UTC+2'],
	['days with other hours', [slot('2026-06-25'), slot('2026-06-26', 600, 700)], 'UTC+2'],
	[
		'clocks that change between the days',
		[slot('2026-10-24'), slot('2026-10-25')],
		'09:30–13:00 UTC+2, then UTC+1'
	],
	['a day without hours', [slot('2026-06-25', null, null)], '']
])('%s', (_, days, told) => {
	expect(meetingHoursText('Europe/Madrid', days)).toBe(told);
});
