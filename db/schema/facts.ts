import type { FactKind } from '#lib/domain/facts.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** Public records of the project that have no page of their own yet: outputs, meetings, events, publications … */
export interface Fact {
	id: string;
	projectId: string;
	kind: FactKind;
	code: string;
	title: string;
	text: string;
	startsOn: string | null;
	endsOn: string | null;
	place: string | null;
	organisationId: string | null;
	workPackageId: string | null;
	value: string | null;
	position: number;
	origin: Origin;
}

/** Where a fact comes from. `field` is null when it speaks of the whole record. */
export interface Citation {
	id: string;
	projectId: string;
	recordType: string;
	recordId: string;
	field: string | null;
	origin: Origin;
	url: string | null;
	note: string;
}

export interface FactTables {
	fact: Fact;
	citation: Citation;
}
