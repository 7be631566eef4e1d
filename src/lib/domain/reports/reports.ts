import type { Subject } from '#lib/domain/can.ts';
import { addDays, type Day } from '#lib/domain/days.ts';

export const REPORT_KINDS = ['period', 'visit'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** In the order of the funder's portal. */
const PERIOD_SECTIONS = [
	'summary',
	'deliverables',
	'milestones',
	'risks',
	'publications',
	'dissemination',
	'indicators',
	'work-packages'
] as const;

/** The five criteria of monitoring visits, after who is visited and before what is laid on the table. */
const VISIT_SECTIONS = [
	'about',
	'relevance',
	'efficiency',
	'effectiveness',
	'impact',
	'sustainability',
	'questions',
	'evidence'
] as const;

export const SECTION_CODES = [...PERIOD_SECTIONS, ...VISIT_SECTIONS] as const;
export type SectionCode = (typeof SECTION_CODES)[number];

/** Of whom a report speaks. */
export type ReportScope =
	| { type: 'project' }
	| { type: 'country'; country: string }
	| { type: 'work-package'; id: string; number: number; title: string }
	| { type: 'organisation'; id: string; code: string; acronym: string; name: string; country: string };

export interface ReportKey {
	kind: ReportKind;
	scope: ReportScope;
	from: Day;
	/** Null of a visit pack: up to today. */
	to: Day | null;
}

/** How a scope stands in an address and in the table: nothing, `KZ`, `WP4`, `koksu`. */
export function scopeKey(scope: ReportScope): string {
	if (scope.type === 'project') return '';
	if (scope.type === 'country') return scope.country;
	return scope.type === 'work-package' ? `WP${scope.number}` : scope.code;
}

interface Consortium {
	organisations: readonly { id: string; code: string; acronym: string; name: string; country: string }[];
	workPackages: readonly { id: string; number: number; title: string }[];
}

/** The scope that an address names, or undefined where the project has none of that name. */
export function scopeOf(key: string, { organisations, workPackages }: Consortium): ReportScope | undefined {
	if (key === '') return { type: 'project' };
	if (/^[A-Z]{2}$/.test(key))
		return organisations.some(({ country }) => country === key)
			? { type: 'country', country: key }
			: undefined;
	const number = /^WP(\d{1,2})$/.exec(key)?.[1];
	const workPackage = workPackages.find((one) => String(one.number) === number);
	if (workPackage) return { type: 'work-package', ...workPackage };
	const organisation = organisations.find(({ code }) => code === key);
	return organisation && { type: 'organisation', ...organisation };
}

export function scopeSubject(scope: ReportScope): Subject {
	if (scope.type === 'country') return { countries: [scope.country] };
	if (scope.type === 'work-package') return { workPackageIds: [scope.id] };
	if (scope.type === 'organisation')
		return { organisationIds: [scope.id], leadOrganisationId: scope.id, countries: [scope.country] };
	return {};
}

/** `2026-04_2026-06`: the months of a report, both included. */
export function readMonths(text: string): { from: Day; to: Day } | undefined {
	const [, first, last] = /^(\d{4}-(?:0[1-9]|1[0-2]))_(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(text) ?? [];
	if (first === undefined || last === undefined || last < first) return undefined;
	return { from: `${first}-01`, to: lastDay(last) };
}

export function monthsKey(from: Day, to: Day): string {
	return `${from.slice(0, 7)}_${to.slice(0, 7)}`;
}

function lastDay(month: string): Day {
	const [year = 0, number = 1] = month.split('-').map(Number);
	const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
	return addDays(next, -1);
}

/** The quarters of the calendar that a project has seen so far, the running one first. */
export function quartersUntil(startOn: Day, today: Day): { from: Day; to: Day; isRunning: boolean }[] {
	const index = (day: Day) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
	const [first, last] = [index(startOn), index(today)];
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, back) => {
		const quarter = last - back;
		const year = Math.floor(quarter / 4);
		const month = (quarter % 4) * 3 + 1;
		const key = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
		return { from: `${key(month)}-01`, to: lastDay(key(month + 2)), isRunning: back === 0 };
	});
}

interface Item {
	leadOrganisationId: string | null;
	leadCountry: string | null;
	subject: Subject;
}

/** Does a report of this scope speak of the item? Of an organisation: what it leads, and what it works on. */
export function isInScope(scope: ReportScope, item: Item): boolean {
	if (scope.type === 'project') return true;
	if (scope.type === 'country') return item.leadCountry === scope.country;
	if (scope.type === 'work-package') return (item.subject.workPackageIds ?? []).includes(scope.id);
	return item.leadOrganisationId === scope.id || (item.subject.organisationIds ?? []).includes(scope.id);
}

interface Dated {
	contractualOn: Day | null;
	agreedOn: Day | null;
	forecastOn: Day | null;
	submittedOn?: Day | null;
	acceptedOn?: Day | null;
	achievedOn?: Day | null;
	/** Past its due day, or that of the contract, and not handed in or achieved. */
	isOverdue: boolean;
}

/** Is there something to say of it for these months: due in them, done in them, or owed from before? */
export function isReportable(item: Dated, { from, to }: { from: Day; to: Day }): boolean {
	const within = (day: Day | null | undefined) =>
		day !== null && day !== undefined && day >= from && day <= to;
	const { contractualOn, agreedOn } = item;
	const isOwed = item.isOverdue && [contractualOn, agreedOn].some((day) => day !== null && day <= to);
	return [contractualOn, agreedOn, item.submittedOn, item.acceptedOn, item.achievedOn].some(within) || isOwed;
}
