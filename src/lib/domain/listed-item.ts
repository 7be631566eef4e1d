import type { Subject } from './can.ts';
import type { Day } from './days.ts';
import type { Holder } from './holder.ts';
import type { PlanKind } from './items.ts';
import type { Lateness } from './lateness.ts';
import type { Origin } from './origin.ts';

/** An item as lists and home pages show it: dates with their verdict, and who holds the ball since when. */
export interface ListedItem {
	id: string;
	kind: PlanKind;
	code: string;
	position: number;
	title: string;
	/** Folded text that a search looks into. */
	search: string;
	state: string;
	/** Instant since which it is in this state. */
	stateSinceAt: string;
	workPackage: number;
	workPackageId: string;
	leadOrganisationId: string | null;
	leadAcronym: string | null;
	leadCountry: string | null;
	dueMonth: number | null;
	contractualOn: Day | null;
	agreedOn: Day | null;
	/** What the agreed date was moved by last; null where it never moved. */
	agreedBy: string | null;
	forecastOn: Day | null;
	origin: Origin;
	/** Of a deliverable. */
	type: string | null;
	level: string | null;
	submittedOn: Day | null;
	acceptedOn: Day | null;
	/** Of a milestone. */
	achievedOn: Day | null;
	/** Of a milestone: 1 where a payment depends on it. */
	paymentRelevant: number | null;
	/** How often a date of it moved. */
	moves: number;
	/** Means of verification of a milestone, and how many have evidence that stands. */
	means: number;
	provenMeans: number;
	/** What it waits for by the last word of its lead; null where it is not blocked. */
	waitsFor: string | null;
	/** Codes of the deliverables that it rests on, with commas between them. */
	restsOn: string | null;
	holder: Holder | null;
	/** Names of the people who hold it. */
	holderPeople: readonly string[];
	/** Acronym of the organisation that holds it. */
	holderOrganisation: string | null;
	/** Null where nobody holds it, or a planned one is not expected to be begun yet. */
	holderDays: number | null;
	/** Due day of the running review. */
	reviewDueOn: Day | null;
	/** The ball lies with the person who looks. */
	mine: boolean;
	dates: Lateness;
	subject: Subject;
}
