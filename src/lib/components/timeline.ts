import { projectMonth, type Day } from '#lib/domain/days.ts';
import type { Lateness } from '#lib/domain/lateness.ts';
import type { Span, TimelineMark, TimelineRow } from '#lib/domain/timeline.ts';
import { dayText, daysText, latenessText, monthText, monthsText } from '#lib/text/dates.ts';
import { itemStateText } from '#lib/text/item-states.ts';

/** Pixels of a month and of a row: the only sizes of the drawing. */
export const MONTH = 22;
export const ROW = 24;
/** Free pixels beside the first and the last month, for marks on their edge. */
export const EDGE = 12;

export type TimelineItemRow = Extract<TimelineRow, { kind: 'deliverable' | 'milestone' }>;

const DATE_WORDS = {
	contractual: 'contractual',
	agreed: 'agreed',
	forecast: 'forecast',
	done: 'done'
} as const satisfies Record<TimelineMark['date'], string>;

/** What a mark says when pointed at or read out: every date, and how late. */
export function markTitle(row: TimelineItemRow, startOn: Day): string {
	const dates = row.marks.map(
		({ date, on }) => `${DATE_WORDS[date]} ${dayText(on)} (${monthText(projectMonth(startOn, on))})`
	);
	const parts = [itemStateText(row.state).label.toLowerCase(), ...dates, lateWords(row.late)];
	return `${row.code} ${row.title}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** How late, or nothing where there is nothing to say. */
export function lateWords(late: Lateness): string {
	if (late.state === 'no-date') return 'no date';
	if (late.doneLateDays > 0) return `done ${daysText(late.doneLateDays)} late`;
	if (late.doneContractLateDays > 0) return `done ${daysText(late.doneContractLateDays)} after the contract`;
	if (late.lateDays > 0) return latenessText(late.lateDays);
	if (late.contractLateDays > 0) return `${daysText(late.contractLateDays)} past the contract`;
	if (late.forecastLateDays > 0) return `forecast ${daysText(late.forecastLateDays)} after it`;
	return '';
}

export function spanMonths(span: Span): string {
	return monthsText(span.x + 1, span.x + span.width);
}

export function barTitle(row: { code: string; title: string; lead: string | null; bar: Span }): string {
	const lead = row.lead === null ? '' : `, led by ${row.lead}`;
	return `${row.code} ${row.title}: ${spanMonths(row.bar)}${lead}`;
}
