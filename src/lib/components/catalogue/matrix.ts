import type { Element } from '#lib/domain/catalogue/elements.ts';
import type { Cell } from '#lib/domain/catalogue/matrix.ts';
import type { Day } from '#lib/domain/days.ts';
import { dayIn, daysBetween } from '#lib/domain/days.ts';
import { dayText, daysText } from '#lib/text/dates.ts';

/** A row as the matrix shows it. */
export interface ShownRow {
	code: string;
	title: string;
	state: string;
	origin: string;
	ownerAcronym: string;
	country: string;
	authorName: string | null;
	/** Key of its group. */
	group: string;
	cells: readonly ShownCell[];
	completeness: { complete: number; of: number };
}

export interface ShownCell extends Cell {
	dueOn: Day | null;
	/** The day since which it is open. */
	sinceOn: Day | null;
}

/** The field of an element in the editor of an entry. */
export function fieldHref(slug: string, code: string, element: Element): string {
	return `/${slug}/catalogue/${code}/edit?field=${element}#${element}`;
}

/** Who closes a cell: the duty's person or organisation, else the author, else the owner. */
export function holderText(row: Pick<ShownRow, 'authorName' | 'ownerAcronym'>, cell: ShownCell): string {
	const { personName, acronym } = cell.open?.duty ?? { personName: null, acronym: null };
	if (personName !== null) return acronym === null ? personName : `${personName} (${acronym})`;
	return row.authorName === null ? row.ownerAcronym : `${row.authorName} (${row.ownerAcronym})`;
}

/** due 30 Jun 2026 · 12 days late, due 3 Jun 2026 · no date set. */
export function dueText(dueOn: Day | null, today: Day): string {
	if (dueOn === null) return 'no date set';
	const late = daysBetween(dueOn, today);
	return late > 0 ? `${daysText(late)} late, due ${dayText(dueOn)}` : `due ${dayText(dueOn)}`;
}

/** The day of an instant; many cells were opened at the same one. */
export function daysOnce(timeZone: string): (at: string) => Day {
	const days = new Map<string, Day>();
	return (at) => {
		const day = days.get(at) ?? dayIn(timeZone, new Date(at));
		days.set(at, day);
		return day;
	};
}
