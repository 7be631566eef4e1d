import type { DeliverableReason } from './deliverable-reasons.ts';
import { DELIVERABLE_LIFE } from './deliverable-states.ts';
import { isOpenBlocker, openRound, type DeliverableFacts, type ReviewFacts } from './deliverables.ts';
import { independenceBlocks, type Candidate, type IndependenceReason } from './independence.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import { isOfReview } from './reviews.ts';
import { withdrawnBlocks } from './version-guards.ts';

type Blocks = (DeliverableReason | IndependenceReason | StateReason)[];

/** One point of the pinned checklist as the signer answered it; null: not answered. */
export interface AnsweredItem {
	text: string;
	mandatory: boolean;
	answer: 'yes' | 'no' | 'not-applicable' | null;
	note: string;
}

/** Why somebody cannot act as a signing reviewer of the open round: asked in person, and independent at this moment. */
function actingReviewerBlocks(facts: ReviewFacts, person: Candidate): Blocks {
	const assigned = facts.reviewers.find((reviewer) => reviewer.personId === person.personId);
	return [
		...(openRound(facts) ? [] : [{ code: 'no-review-open' } as const]),
		...(assigned ? [] : [{ code: 'reviewer-not-assigned', person: person.name } as const]),
		...(assigned?.kind === 'opinion' ? [{ code: 'opinion-only', person: person.name } as const] : []),
		...independenceBlocks(facts.history, person)
	];
}

/** Why answers to the checklist cannot be saved: what stands behind a signature no longer changes. */
export function answerChecklistBlocks(facts: ReviewFacts, person: Candidate): Blocks {
	return [...actingReviewerBlocks(facts, person), ...signedBlocks(facts, person)];
}

export interface SignOff {
	/** What the signer saw, and what the files and the checklist are now. */
	seenSha256: string;
	presentSha256: string;
	answers: readonly AnsweredItem[];
}

export function signOffBlocks(facts: DeliverableFacts, person: Candidate, signOff: SignOff): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'reach-quorum'),
		...signatureBlocks(facts, person, signOff)
	];
}

/** Why somebody cannot sign a review of any kind. */
export function signatureBlocks(facts: ReviewFacts, person: Candidate, signOff: SignOff): Blocks {
	const round = openRound(facts);
	const version = facts.versions.find((one) => one.id === round?.versionId);
	const isSame = round?.coversSha256 === signOff.seenSha256 && round.coversSha256 === signOff.presentSha256;
	const own = facts.comments.filter((one) => one.authorId === person.personId && isOpenBlocker(one)).length;
	return [
		...answerChecklistBlocks(facts, person),
		...(round && !isSame ? [{ code: 'covers-changed' } as const] : []),
		...(version ? withdrawnBlocks(version) : []),
		...answersBlocks(signOff.answers),
		...(own > 0 ? [{ code: 'own-blocking-comment', count: own } as const] : [])
	];
}

/** A mandatory point must be answered, and a "no" explained. */
function answersBlocks(answers: readonly AnsweredItem[]): DeliverableReason[] {
	const mandatory = answers.filter((item) => item.mandatory);
	const open = mandatory.filter((item) => item.answer === null).map((item) => item.text);
	const bare = mandatory.filter((item) => item.answer === 'no' && item.note === '').map((item) => item.text);
	return [
		...(open.length > 0 ? [{ code: 'checklist-unanswered', items: open } as const] : []),
		...(bare.length > 0 ? [{ code: 'checklist-unexplained', items: bare } as const] : [])
	];
}

function signedBlocks(facts: ReviewFacts, person: Candidate): DeliverableReason[] {
	const round = openRound(facts);
	const signed = facts.signatures.some(
		(one) => one.roundId === round?.id && one.personId === person.personId && isOfReview(one.meaning)
	);
	return round && signed ? [{ code: 'already-signed', person: person.name }] : [];
}

/** Why changes cannot be requested: it takes a reviewer, and a comment that blocks. */
export function requestChangesBlocks(facts: DeliverableFacts, person: Candidate, saysWhy: boolean): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'request-changes'),
		...changeRequestBlocks(facts, person, saysWhy)
	];
}

/** The same for a review of any kind. */
export function changeRequestBlocks(facts: ReviewFacts, person: Candidate, saysWhy: boolean): Blocks {
	const says = saysWhy || facts.comments.some(isOpenBlocker);
	return [
		...actingReviewerBlocks(facts, person),
		...(says ? [] : [{ code: 'blocking-comment-missing' } as const])
	];
}

/** Why a comment cannot be made: reviewers may block, an opinion advises. */
export function commentBlocks(facts: ReviewFacts, person: Candidate, blocking: boolean): Blocks {
	if (blocking) return actingReviewerBlocks(facts, person);
	return [
		...(openRound(facts) ? [] : [{ code: 'no-review-open' } as const]),
		...independenceBlocks(facts.history, person)
	];
}
