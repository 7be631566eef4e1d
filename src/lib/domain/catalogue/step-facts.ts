import type { Day } from '#lib/domain/days.ts';
import type { ReviewFacts } from '#lib/domain/deliverables.ts';
import type { EntryContent } from './content.ts';
import type { ElementResult } from './criteria.ts';

/** An entry against one profile in force. */
export interface WeighedProfile {
	code: string;
	title: string;
	/** Of a national profile: the country of the owner; profiles of other countries are left out. */
	country: string | null;
	number: number;
	results: readonly ElementResult[];
	/** The version that comes next, and the last day without it. */
	coming?: { number: number; graceUntilOn: Day; results: readonly ElementResult[] } | null;
}

/** An awarding body and what its institutional approval waits for. */
export interface EntryApproval {
	organisationId: string;
	acronym: string;
	/** Approved since the entry last entered the step before. */
	approved: boolean;
	/** Last day of the approval of this passage that is no longer valid; null where none lapsed. */
	lapsedOn: Day | null;
	/** People who hold its office now; asked only where it has not approved. */
	officers: readonly { personId: string; name: string }[];
}

/** Everything the steps of the algorithm ask of an entry. Profiles stand in their order. */
export interface EntryStepFacts {
	code: string;
	state: string;
	stateSinceAt: string;
	heldFrom: string | null;
	heldUntilOn: Day | null;
	today: Day;
	ownerId: string | null;
	/** Leader of the work package that keeps the catalogue. */
	publisherId: string | null;
	content: EntryContent;
	profiles: readonly WeighedProfile[];
	/** Standing pieces of evidence by requirement. */
	proofs: Readonly<Partial<Record<string, number>>>;
	/** Codes of the entries with which an overlap is not decided. */
	overlaps: readonly string[];
	/** Codes of entries that ask for each other, this one first; empty: no circle. */
	cycle: readonly string[];
	/** What the reviewers did and still have to do. */
	review: ReviewFacts;
	approvals: readonly EntryApproval[];
}
