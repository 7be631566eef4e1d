import type { Day } from '#lib/domain/days.ts';
import type { Element } from './elements.ts';

/** A field that somebody is to fill in or to mend. */
export interface OwedCell {
	code: string;
	title: string;
	origin: string;
	element: Element;
	standing: 'missing' | 'weak';
	openedAt: string;
	dueOn: Day | null;
	/** What was said when it was assigned. */
	note: string;
	/** Code and acronym of the organisation that owes it. */
	debtor: string;
	acronym: string;
	/** Who holds it in person; null where only the organisation is known. */
	person: string | null;
}

export interface OwedGroup {
	debtor: string;
	acronym: string;
	people: { person: string | null; cells: OwedCell[] }[];
}

/** Organisation by organisation and person by person, in the order given. */
export function groupOwed(cells: readonly OwedCell[]): OwedGroup[] {
	return [...Map.groupBy(cells, (cell) => cell.debtor)].map(([debtor, own]) => ({
		debtor,
		acronym: own[0]?.acronym ?? debtor,
		people: [...Map.groupBy(own, (cell) => cell.person)].map(([person, cells]) => ({ person, cells }))
	}));
}
