import type { DeliverableReason } from './deliverable-reasons.ts';
import {
	eligibleReviewers,
	independenceBlocks,
	type Candidate,
	type IndependenceReason,
	type ItemHistory
} from './independence.ts';
import { QA_ROLES } from './roles.ts';

type Blocks = (DeliverableReason | IndependenceReason)[];

/** Holders of a QA role count for a quorum; an external evaluator advises. */
export function isSigningCandidate(candidate: Candidate): boolean {
	return candidate.roles.some((role) => QA_ROLES.includes(role));
}

/** Who could still be assigned to sign. */
export function eligibleSigners<C extends Candidate>(
	item: ItemHistory,
	candidates: readonly C[],
	assignedIds: readonly string[]
): C[] {
	return eligibleReviewers(item, candidates.filter(isSigningCandidate)).filter(
		(candidate) => !assignedIds.includes(candidate.personId)
	);
}

/** Why somebody cannot be asked to review: every reason, and beside them who could. */
export function assignmentBlocks(
	item: ItemHistory,
	candidate: Candidate,
	candidates: readonly Candidate[],
	assignedIds: readonly string[]
): Blocks {
	const independence = independenceBlocks(item, candidate);
	const people = eligibleSigners(item, candidates, assignedIds).map(nameOf);
	const isExhausted = people.length === 0 && eligibleSigners(item, candidates, []).length > 0;
	return [
		...(candidate.roles.length === 0 ? [{ code: 'no-reviewer-role', person: candidate.name } as const] : []),
		...(assignedIds.includes(candidate.personId)
			? [{ code: 'already-assigned', person: candidate.name } as const]
			: []),
		...independence,
		...(independence.length > 0 && !isExhausted ? [{ code: 'eligible-people', people } as const] : [])
	];
}

/** The valve of small consortia (domain.md 2, rule 9): an external evaluator signs where nobody else could be asked. */
export function appointmentBlocks(
	item: ItemHistory,
	evaluator: Candidate,
	candidates: readonly Candidate[],
	assignedIds: readonly string[]
): Blocks {
	const people = eligibleSigners(item, candidates, assignedIds).map(nameOf);
	return [
		...(evaluator.roles.includes('external-evaluator')
			? []
			: [{ code: 'no-reviewer-role', person: evaluator.name } as const]),
		...(assignedIds.includes(evaluator.personId)
			? [{ code: 'already-assigned', person: evaluator.name } as const]
			: []),
		...independenceBlocks(item, evaluator),
		...(people.length > 0 ? [{ code: 'eligible-reviewers-exist', people } as const] : [])
	];
}

function nameOf(candidate: Pick<Candidate, 'name' | 'acronym'>): string {
	return `${candidate.name} (${candidate.acronym})`;
}
