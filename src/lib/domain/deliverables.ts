import type { Candidate, ItemHistory } from './independence.ts';
import type { DeliverableState } from './deliverable-states.ts';
import type { RoundOutcome, SignatureMeaning } from './reviews.ts';

/** A file of a version, as it lies in the store. */
export interface VersionFile {
	evidenceId: string;
	name: string;
	sha256: string;
	size: number;
	main: boolean;
	withdrawn: boolean;
}

export interface Version {
	id: string;
	line: number;
	number: number;
	frozenAt: string | null;
	digest: string | null;
	files: readonly VersionFile[];
}

export interface Reviewer extends Candidate {
	kind: 'signing' | 'opinion';
}

export interface Round {
	id: string;
	number: number;
	versionId: string | null;
	quorum: number;
	/** Of the quorum, so many from outside the lead's country. */
	abroad: number;
	coversSha256: string;
	openedAt: string;
	closedAt: string | null;
	outcome: RoundOutcome | null;
}

export interface GivenSignature {
	personId: string;
	personName: string;
	organisationId: string;
	organisationAcronym: string;
	country: string;
	meaning: SignatureMeaning;
	roundId: string | null;
	versionId: string | null;
	coversSha256: string;
	signedAt: string;
}

export interface Comment {
	id: string;
	roundId: string;
	authorId: string;
	author: string;
	blocking: boolean;
	withdrawn: boolean;
	answered: boolean;
}

/** What the rules of any review ask. Versions, rounds and signatures come oldest first. */
export interface ReviewFacts {
	leadCountry: string | null;
	history: ItemHistory;
	versions: readonly Version[];
	reviewers: readonly Reviewer[];
	rounds: readonly Round[];
	signatures: readonly GivenSignature[];
	comments: readonly Comment[];
}

/** All that the rules of a deliverable ask. */
export interface DeliverableFacts extends ReviewFacts {
	state: DeliverableState;
	stateSinceAt: string;
	code: string;
	leadOrganisationId: string | null;
	leadAcronym: string | null;
	dueOn: string | null;
	type: string | null;
	level: string | null;
	contributorsConfirmed: boolean;
}

export function latestVersion(facts: Pick<DeliverableFacts, 'versions'>): Version | undefined {
	return facts.versions.at(-1);
}

export function openVersion(facts: Pick<DeliverableFacts, 'versions'>): Version | undefined {
	return facts.versions.find((version) => version.frozenAt === null);
}

export function latestRound(facts: Pick<DeliverableFacts, 'rounds'>): Round | undefined {
	return facts.rounds.at(-1);
}

export function openRound(facts: Pick<DeliverableFacts, 'rounds'>): Round | undefined {
	return facts.rounds.find((round) => round.closedAt === null);
}

/** A blocking comment that was neither answered nor taken back. */
export function isOpenBlocker(comment: Comment): boolean {
	return comment.blocking && !comment.withdrawn && !comment.answered;
}
