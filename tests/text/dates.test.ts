import { describe, expect, test } from 'vitest';
import {
	calendarMonthText,
	dayText,
	instantText,
	shortInstantText,
	latenessText,
	longDayText,
	monthsText,
	monthText,
	shiftText,
	weekdayText
} from '#lib/text/dates.ts';

describe('days', () => {
	test.each([
		['2026-06-15', '15 Jun 2026', 'Mon 15 Jun 2026', '15 June 2026', 'Jun 2026'],
		['2024-02-29', '29 Feb 2024', 'Thu 29 Feb 2024', '29 February 2024', 'Feb 2024'],
		['2026-09-01', '1 Sep 2026', 'Tue 1 Sep 2026', '1 September 2026', 'Sep 2026']
	])('%s is read as %s', (day, short, weekday, long, month) => {
		expect(dayText(day)).toBe(short);
		expect(weekdayText(day)).toBe(weekday);
		expect(longDayText(day)).toBe(long);
		expect(calendarMonthText(day)).toBe(month);
	});

	test('a missing day is a dash, never a made-up date', () => {
		expect([dayText(null), weekdayText(null), longDayText(null), monthText(null)]).toEqual([
			'–',
			'–',
			'–',
			'–'
		]);
	});
});

describe('project months', () => {
	test.each([
		[1, 1, 'M1'],
		[4, 18, 'M4–M18'],
		[null, 18, 'M18'],
		[null, null, '–']
	])('from %s to %s', (from, to, text) => {
		expect(monthsText(from, to)).toBe(text);
	});
});

describe('instants', () => {
	test.each([
		['2026-06-15T09:20:00.000Z', 'Europe/Madrid', '15 Jun 2026, 11:20 (Europe/Madrid)'],
		['2026-06-15T22:30:00.000Z', 'Europe/Madrid', '16 Jun 2026, 00:30 (Europe/Madrid)'],
		['2024-02-28T18:30:00.000Z', 'Asia/Almaty', '29 Feb 2024, 00:30 (Asia/Almaty)'],
		['2024-03-01T18:30:00.000Z', 'Asia/Almaty', '1 Mar 2024, 23:30 (Asia/Almaty)'],
		['2026-01-01T00:00:00.000Z', 'Asia/Tashkent', '1 Jan 2026, 05:00 (Asia/Tashkent)']
	])('%s in %s', (iso, zone, text) => {
		expect(instantText(iso, zone)).toBe(text);
		expect(shortInstantText(iso, zone)).toMatch(/ UTC([+−]\d{1,2}(:\d\d)?)?$/);
	});
});

test.each([
	[12, '12 days late'],
	[1, '1 day late'],
	[0, 'today'],
	[-1, 'in 1 day'],
	[-5, 'in 5 days']
])('lateness of %s', (days, text) => {
	expect(latenessText(days)).toBe(text);
});

test.each([
	[14, '14 days later'],
	[0, 'same day'],
	[-1, '1 day earlier']
])('a shift of %s', (days, text) => {
	expect(shiftText(days)).toBe(text);
});
