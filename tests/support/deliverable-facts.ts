import type { DeliverableFacts, GivenSignature, Reviewer, Round, Version } from '#lib/domain/deliverables.ts';
import type { Candidate } from '#lib/domain/independence.ts';

export const COVERS = 'c'.repeat(64);

export function aCandidate(given: Partial<Candidate> = {}): Candidate {
	const base = { personId: 'elena', name: 'Elena', organisationId: 'ucy', acronym: 'UCY', country: 'CY' };
	return { ...base, roles: ['qa-reviewer'], ...given };
}

export function aReviewer(given: Partial<Reviewer> = {}): Reviewer {
	return { ...aCandidate(), kind: 'signing', ...given };
}

export function aVersion(given: Partial<Version> = {}): Version {
	const file = { evidenceId: 'e1', name: 'report.pdf', sha256: 'a'.repeat(64), size: 1000, main: true };
	const files = [{ ...file, withdrawn: false }];
	return { id: 'v1', line: 1, number: 1, frozenAt: null, digest: null, files, ...given };
}

export function aRound(given: Partial<Round> = {}): Round {
	return {
		id: 'r1',
		number: 1,
		versionId: 'v1',
		quorum: 2,
		abroad: 1,
		coversSha256: COVERS,
		openedAt: '2026-06-01T09:00:00.000Z',
		closedAt: null,
		outcome: null,
		...given
	};
}

export function aSignature(given: Partial<GivenSignature> = {}): GivenSignature {
	return {
		personId: 'elena',
		personName: 'Elena',
		organisationId: 'ucy',
		organisationAcronym: 'UCY',
		country: 'CY',
		meaning: 'reviewed',
		roundId: 'r1',
		versionId: 'v1',
		coversSha256: COVERS,
		signedAt: '2026-06-02T09:00:00.000Z',
		...given
	};
}

export const FABIO = {
	personId: 'fabio',
	name: 'Fabio',
	organisationId: 'unige',
	acronym: 'UNIGE',
	country: 'IT'
};
export const FABIO_SIGNED = aSignature({
	personId: 'fabio',
	personName: 'Fabio',
	organisationId: 'unige',
	organisationAcronym: 'UNIGE',
	country: 'IT'
});

/** A deliverable in work, led by KOKSU, complete but for what the test leaves out. */
export function someFacts(given: Partial<DeliverableFacts> = {}): DeliverableFacts {
	return {
		state: 'in-preparation',
		stateSinceAt: '2026-06-01T09:00:00.000Z',
		code: 'D4.2',
		leadOrganisationId: 'koksu',
		leadAcronym: 'KOKSU',
		leadCountry: 'KZ',
		dueOn: '2026-06-30',
		type: 'R',
		level: 'PU',
		contributorsConfirmed: true,
		history: { leadOrganisationId: 'koksu', contributions: [], conflicts: [] },
		versions: [aVersion()],
		reviewers: [aReviewer(), aReviewer(FABIO)],
		rounds: [],
		signatures: [],
		comments: [],
		...given
	};
}

/** The same in an open round on its frozen version. */
export function inReview(given: Partial<DeliverableFacts> = {}): DeliverableFacts {
	return someFacts({
		state: 'in-review',
		versions: [aVersion({ frozenAt: '2026-06-01T09:00:00.000Z', digest: 'd'.repeat(64) })],
		rounds: [aRound()],
		...given
	});
}

export function aComment(given: Partial<DeliverableFacts['comments'][number]> = {}) {
	const base = { id: 'c1', roundId: 'r1', authorId: 'elena', author: 'Elena' };
	return { ...base, blocking: true, withdrawn: false, answered: false, ...given };
}
