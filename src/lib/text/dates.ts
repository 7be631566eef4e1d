import type { Day } from '#lib/domain/days.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Shown where there is no date. */
const NO_DATE = '–';

/** 15 Jun 2026. */
export function dayText(day: Day | null): string {
	if (day === null) return NO_DATE;
	const { year, month, dayOfMonth } = partsOf(day);
	return `${dayOfMonth} ${monthName(month).slice(0, 3)} ${year}`;
}

/** 15 Jun, where the year is told beside it. */
export function shortDayText(day: Day): string {
	const { month, dayOfMonth } = partsOf(day);
	return `${dayOfMonth} ${monthName(month).slice(0, 3)}`;
}

/** Mon 15 Jun 2026. */
export function weekdayText(day: Day | null): string {
	if (day === null) return NO_DATE;
	const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
	return `${weekday.slice(0, 3)} ${dayText(day)}`;
}

/** 15 June 2026, for headings and letters. */
export function longDayText(day: Day | null): string {
	if (day === null) return NO_DATE;
	const { year, month, dayOfMonth } = partsOf(day);
	return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** Jun 2026: the calendar month of a day. */
export function calendarMonthText(day: Day): string {
	const { year, month } = partsOf(day);
	return `${monthName(month).slice(0, 3)} ${year}`;
}

/** M31: a project month. */
export function monthText(month: number | null): string {
	return month === null ? NO_DATE : `M${month}`;
}

/** M4–M18; one month alone is said once. */
export function monthsText(from: number | null, to: number | null): string {
	if (from === null && to === null) return NO_DATE;
	return from === to || from === null || to === null ? monthText(from ?? to) : `M${from}–M${to}`;
}

/** 15 Jun 2026, 11:20 (Europe/Madrid). */
export function instantText(iso: string, timeZone: string): string {
	return `${clockText(iso, timeZone).text} (${timeZone})`;
}

/** 15 Jun 2026, 11:20 UTC+2: no clock time without its zone. */
export function shortInstantText(iso: string, timeZone: string): string {
	const { text, offset } = clockText(iso, timeZone);
	return `${text} ${offset}`;
}

function clockText(iso: string, timeZone: string): { text: string; offset: string } {
	const parts = new Map(
		zoned(timeZone)
			.formatToParts(new Date(iso))
			.map(({ type, value }) => [type, value])
	);
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
	const day = dayText(`${part('year')}-${part('month')}-${part('day')}`);
	const offset = part('timeZoneName').replace('GMT', 'UTC').replace('-', '−');
	return { text: `${day}, ${part('hour')}:${part('minute')}`, offset };
}

/** Days by which something is late: `12 days late`, `today`, or, below zero, `in 5 days`. */
export function latenessText(days: number): string {
	if (days === 0) return 'today';
	return days > 0 ? `${daysText(days)} late` : `in ${daysText(-days)}`;
}

/** 46 days past the contract; agreed 10 Jul 2026 by DEC-004: what a later agreed date does not take away. */
export function pastContractText(past: { days: number; due: Day | null; agreedBy: string | null }): string {
	const agreed = past.due === null ? '' : `; agreed ${dayText(past.due)}`;
	const by = agreed === '' || past.agreedBy === null || past.agreedBy === '' ? '' : ` by ${past.agreedBy}`;
	return `${daysText(past.days)} past the contract${agreed}${by}`;
}

/** 1 day, 12 days. */
export function daysText(days: number): string {
	return Math.abs(days) === 1 ? `${days} day` : `${days} days`;
}

/** How far a date moved: `12 days later`, `3 days earlier`, `same day`. */
export function shiftText(days: number): string {
	if (days === 0) return 'same day';
	return days > 0 ? `${daysText(days)} later` : `${daysText(-days)} earlier`;
}

function partsOf(day: Day) {
	return {
		year: Number(day.slice(0, 4)),
		month: Number(day.slice(5, 7)),
		dayOfMonth: Number(day.slice(8, 10))
	};
}

function monthName(month: number): string {
	return MONTHS[month - 1] ?? '';
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function zoned(timeZone: string): Intl.DateTimeFormat {
	const kept = formatters.get(timeZone);
	if (kept) return kept;
	const made = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZoneName: 'shortOffset'
	});
	formatters.set(timeZone, made);
	return made;
}
