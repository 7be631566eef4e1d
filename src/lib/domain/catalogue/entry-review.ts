import { openRound, type ReviewFacts } from '#lib/domain/deliverables.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { reviewerBlocks, unansweredBlocks } from '#lib/domain/review-guards.ts';
import type { SignatureMeaning } from '#lib/domain/reviews.ts';
import { stepIndex, type Algorithm, type AlgorithmStep } from './algorithm.ts';
import type { EntryCovers } from './entry-covers.ts';

/** The first step that reviewers sign reviews the content, a later one its evaluation. */
export function reviewMeaning(algorithm: Algorithm, state: string): SignatureMeaning {
	const first = algorithm.steps.find((step) => step.actor === 'reviewer');
	return first === undefined || first.state === state ? 'reviewed' : 'evaluated';
}

/** Codes of the profiles asked for on the way up to a step: what its reviewers read the entry against. */
export function profilesUpTo(algorithm: Algorithm, state: string): string[] {
	const steps = algorithm.steps.slice(0, stepIndex(algorithm, state) + 1);
	const codes = steps.flatMap((step) =>
		step.requires.flatMap((one) => (one.kind === 'profile' ? [one.profile] : []))
	);
	return [...new Set(codes)];
}

/** Why a review cannot be opened, beside what the step itself requires. */
export function openEntryReviewBlocks(
	facts: ReviewFacts,
	step: AlgorithmStep,
	hasChecklist: boolean
): Reason[] {
	const running = openRound(facts);
	const rules = { reviewQuorum: step.signatures ?? 1, reviewersAbroad: 0 };
	return [
		...(running ? [{ code: 'review-runs', round: running.number } as const] : []),
		...(hasChecklist ? [] : [{ code: 'checklist-missing' } as const]),
		...reviewerBlocks(facts, rules),
		...unansweredBlocks(facts)
	];
}

/** What a signer of a review declares; part of the signed record. */
export function entryStatement(code: string, meaning: SignatureMeaning, covers: EntryCovers): string {
	const { checklist } = covers;
	const rules = [
		...(checklist ? [`checklist ${checklist.code} version ${checklist.version}`] : []),
		...covers.criteria.map((one) => `${one.code} version ${one.version}`)
	].join(', ');
	return meaning === 'evaluated'
		? `I read the evaluation of ${code} against ${rules}, and confirm what it concludes.`
		: `I reviewed ${code} against ${rules}, and recommend it for approval.`;
}
