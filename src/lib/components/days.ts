import type { Day } from '#lib/domain/days.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar day beside its project month (1…n). */
export interface ProjectDay {
	on: Day;
	month: number;
}

/** 2026-06-30 as "30 Jun 2026". */
export function dayText(day: Day): string {
	const [year = '', month = '', dayOfMonth = ''] = day.split('-');
	return `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

export function daysText(days: number): string {
	return days === 1 ? '1 day' : `${days} days`;
}

/** Days from today to a day that counts: "in 5 days", "today", "12 days late". */
export function untilText(days: number): string {
	if (days === 0) return 'today';
	return days > 0 ? `in ${daysText(days)}` : `${daysText(-days)} late`;
}
