const DAY_MS = 86_400_000;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(toMs(text)) === text;
}

export function addDays(day: Day, days: number): Day {
	return toDay(toMs(day) + days * DAY_MS);
}

/** Whole days from one day to another; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** The calendar day on which an instant falls in an IANA zone. */
export function dayIn(timeZone: string, instant: Date): Day {
	return formatter(timeZone).format(instant);
}

/** Project month (1…n) in which a day falls; below 1 before the start. */
export function projectMonth(startOn: Day, day: Day): number {
	const [startYear = 0, startMonth = 0, startDay = 1] = startOn.split('-').map(Number);
	const [year = 0, month = 0, dayOfMonth = 1] = day.split('-').map(Number);
	const before = dayOfMonth < startDay && dayOfMonth < lastDayOf(year, month) ? 1 : 0;
	return (year - startYear) * 12 + (month - startMonth) + 1 - before;
}

/** First day of project month n. */
export function monthStart(startOn: Day, month: number): Day {
	const [startYear = 0, startMonth = 0, startDay = 1] = startOn.split('-').map(Number);
	const index = startYear * 12 + (startMonth - 1) + (month - 1);
	const year = Math.floor(index / 12);
	const calendarMonth = (index % 12) + 1;
	const day = Math.min(startDay, lastDayOf(year, calendarMonth));
	return `${year}-${pad(calendarMonth)}-${pad(day)}`;
}

/** Last day of project month n: what "due M18" means unless the agreement says otherwise. */
export function monthEnd(startOn: Day, month: number): Day {
	return addDays(monthStart(startOn, month + 1), -1);
}

/** The Monday of the ISO week in which a day falls. */
export function mondayOf(day: Day): Day {
	return addDays(day, -((new Date(toMs(day)).getUTCDay() + 6) % 7));
}

/** Number of the ISO week: week 1 holds the first Thursday of its year. */
export function isoWeek(day: Day): number {
	const thursday = addDays(mondayOf(day), 3);
	return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Monday to Friday and no holiday of the given calendar. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
	const weekday = new Date(toMs(day)).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Moves by working days; a negative count goes back. */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
	const step = count < 0 ? -1 : 1;
	let left = Math.abs(count);
	let at = day;
	while (left > 0) {
		at = addDays(at, step);
		if (isWorkingDay(at, holidays)) left -= 1;
	}
	return at;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
	const kept = formatters.get(timeZone);
	if (kept) return kept;
	const made = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	});
	formatters.set(timeZone, made);
	return made;
}

function lastDayOf(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toMs(day: Day): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function toDay(ms: number): Day {
	return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
