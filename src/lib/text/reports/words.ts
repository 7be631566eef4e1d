import type { ReportScope, SectionCode } from '#lib/domain/reports/reports.ts';
import { calendarMonthText, longDayText } from '#lib/text/dates.ts';
import { countryText } from '#lib/text/countries.ts';
import type { Day } from '#lib/domain/days.ts';

export const SECTION_TEXT: Readonly<Record<SectionCode, string>> = {
	summary: 'Summary',
	deliverables: 'Deliverables',
	milestones: 'Milestones',
	risks: 'Critical risks',
	publications: 'Publications',
	dissemination: 'Dissemination and communication',
	indicators: 'Indicators',
	'work-packages': 'Status of work packages',
	about: 'Who is visited',
	relevance: 'Relevance and design',
	efficiency: 'Efficiency',
	effectiveness: 'Effectiveness',
	impact: 'Impact',
	sustainability: 'Sustainability',
	questions: 'Open questions',
	evidence: 'Index of evidence'
};

export function scopeText(scope: ReportScope): string {
	if (scope.type === 'project') return 'The whole project';
	if (scope.type === 'country') return `Partners in ${countryText(scope.country)}`;
	return scope.type === 'work-package'
		? `WP${scope.number} ${scope.title}`
		: `${scope.acronym}, ${scope.name}`;
}

/** "April to June 2026": a quarter and other spans of whole months. */
export function spanText(from: Day, to: Day): string {
	const [first, last] = [calendarMonthText(from), calendarMonthText(to)];
	if (first === last) return longDayText(from).replace(/^1 /, '');
	const name = (day: Day) => longDayText(day).split(' ').slice(1).join(' ');
	return from.slice(0, 4) === to.slice(0, 4)
		? `${name(from).split(' ')[0]} to ${name(to)}`
		: `${name(from)} to ${name(to)}`;
}

export function count(number: number, one: string, many: string): string {
	return `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`;
}
