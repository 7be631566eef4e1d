import { daysBetween, monthStart, projectMonth, type Day } from './days.ts';
import type { PlanKind } from './items.ts';
import { doneOn, lateness, type DatedItem, type Lateness } from './lateness.ts';

/** Everything is measured in project months from the start: M1 lies between 0 and 1. */
export interface Span {
	x: number;
	width: number;
}

export interface TimelineMark {
	date: 'contractual' | 'agreed' | 'forecast' | 'done';
	on: Day;
	x: number;
	/** It lies beyond the drawn months and is shown at their edge. */
	beyond: boolean;
}

export interface TimelinePlan {
	startOn: Day;
	durationMonths: number;
	today: Day;
	soonDays: number;
	workPackages: readonly TimelineWorkPackage[];
	periods: readonly { number: number; startMonth: number; endMonth: number }[];
	/** Months to draw at least, where not every item is given. */
	months?: number;
}

export interface TimelineWorkPackage {
	number: number;
	title: string;
	lead: string | null;
	startMonth: number | null;
	endMonth: number | null;
	tasks: readonly {
		number: string;
		title: string;
		lead: string | null;
		startMonth: number;
		endMonth: number;
	}[];
	items: readonly TimelineItem[];
	/** What stands for its items where the plan is too large to draw them all. */
	fold?: TimelineFold;
}

export interface TimelineItem extends DatedItem {
	kind: PlanKind;
	code: string;
	title: string;
	lead: string | null;
	readable: boolean;
}

export type TimelineRow =
	| {
			kind: 'work-package';
			code: string;
			number: number;
			title: string;
			lead: string | null;
			bar: Span | null;
	  }
	| ({ kind: 'fold'; code: string; number: number; title: string } & TimelineFold)
	| { kind: 'task'; code: string; title: string; lead: string | null; bar: Span | null }
	| {
			kind: PlanKind;
			code: string;
			title: string;
			lead: string | null;
			readable: boolean;
			state: string;
			late: Lateness;
			marks: readonly TimelineMark[];
	  };

/** The items of a work package in numbers; open: some of them are drawn. */
export interface TimelineFold {
	isOpen: boolean;
	deliverables: number;
	milestones: number;
	done: number;
	late: number;
}

export interface Timeline {
	/** Months drawn: the project's, and up to a year more where dates lie after its end. */
	months: number;
	durationMonths: number;
	/** Where today lies; null before the start and beyond the drawn months. */
	todayX: number | null;
	years: readonly (Span & { year: number })[];
	periods: readonly (Span & { number: number; startMonth: number; endMonth: number })[];
	rows: readonly TimelineRow[];
}

const LONGEST_AFTERMATH_MONTHS = 12;

/** Items in rows with their marks in months: the whole drawing, before anybody chooses pixels. */
export function timelineOf(plan: TimelinePlan): Timeline {
	const { startOn, durationMonths, today } = plan;
	const drawn = plan.workPackages.flatMap(({ items }) => items);
	const months = Math.max(plan.months ?? 0, drawnMonths(plan, drawn));
	const rows = plan.workPackages.flatMap((one) => rowsOf(one, plan, months));
	const todayX = xOf(startOn, today) - 0.5 / daysOf(startOn, projectMonth(startOn, today));
	return {
		months,
		durationMonths,
		todayX: todayX >= 0 && todayX <= months ? todayX : null,
		years: yearsOf(startOn, months),
		periods: plan.periods.map((period) => ({ ...period, ...spanOf(period.startMonth, period.endMonth) })),
		rows
	};
}

/** Where the end of a day lies: the last day of M18 is exactly 18. */
export function xOf(startOn: Day, day: Day): number {
	const month = projectMonth(startOn, day);
	const into = daysBetween(monthStart(startOn, month), day) + 1;
	return month - 1 + into / daysOf(startOn, month);
}

function daysOf(startOn: Day, month: number): number {
	return daysBetween(monthStart(startOn, month), monthStart(startOn, month + 1));
}

function spanOf(startMonth: number, endMonth: number): Span {
	return { x: startMonth - 1, width: Math.max(0, endMonth - startMonth + 1) };
}

/** The project's months, and up to a year more where dates of these items lie after its end. */
export function drawnMonths(
	{ startOn, durationMonths }: Pick<TimelinePlan, 'startOn' | 'durationMonths'>,
	items: readonly DatedItem[]
): number {
	const latest = items.flatMap(datesOf).reduce((last, { on }) => (on > last ? on : last), startOn);
	const last = Math.max(durationMonths, Math.ceil(xOf(startOn, latest)));
	return Math.min(last, durationMonths + LONGEST_AFTERMATH_MONTHS);
}

function rowsOf(workPackage: TimelineWorkPackage, plan: TimelinePlan, months: number): TimelineRow[] {
	const { number, title, lead, startMonth, endMonth, tasks, items, fold } = workPackage;
	const bar = startMonth === null || endMonth === null ? null : spanOf(startMonth, endMonth);
	return [
		{ kind: 'work-package', code: `WP${number}`, number, title, lead, bar },
		...tasks.map((task) => ({
			kind: 'task' as const,
			code: task.number,
			title: task.title,
			lead: task.lead,
			bar: spanOf(task.startMonth, task.endMonth)
		})),
		...(fold ? [{ kind: 'fold' as const, code: `WP${number}-items`, number, title, ...fold }] : []),
		...items.map((item) => ({
			kind: item.kind,
			code: item.code,
			title: item.title,
			lead: item.lead,
			readable: item.readable,
			state: item.state,
			late: lateness(item, plan.today, plan.soonDays),
			marks: datesOf(item).map((date) => markOf(date, plan.startOn, months))
		}))
	];
}

function datesOf(item: DatedItem): { date: TimelineMark['date']; on: Day }[] {
	const done = doneOn(item);
	const dates = [
		{ date: 'contractual' as const, on: item.contractualOn },
		{ date: 'agreed' as const, on: item.agreedOn },
		{ date: 'forecast' as const, on: done === null ? item.forecastOn : null },
		{ date: 'done' as const, on: done }
	];
	return dates.flatMap(({ date, on }) => (on === null ? [] : [{ date, on }]));
}

function markOf(
	{ date, on }: { date: TimelineMark['date']; on: Day },
	startOn: Day,
	months: number
): TimelineMark {
	const x = xOf(startOn, on);
	const shown = Math.min(Math.max(x, 0), months);
	return { date, on, x: shown, beyond: shown !== x };
}

function yearsOf(startOn: Day, months: number): (Span & { year: number })[] {
	const years: (Span & { year: number })[] = [];
	for (let month = 1; month <= months; month += 1) {
		const year = Number(monthStart(startOn, month).slice(0, 4));
		const last = years.at(-1);
		if (last?.year === year) last.width += 1;
		else years.push({ year, x: month - 1, width: 1 });
	}
	return years;
}
