import type { DeliverableReason } from './deliverable-reasons.ts';
import { DELIVERABLE_LIFE } from './deliverable-states.ts';
import {
	isOpenBlocker,
	latestRound,
	latestVersion,
	type DeliverableFacts,
	type ReviewFacts
} from './deliverables.ts';
import { independenceBlocks, type Candidate, type IndependenceReason } from './independence.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import type { QualityPlan } from './quality-plan.ts';
import { versionBlocks } from './version-guards.ts';

type ReviewRules = Pick<
	QualityPlan,
	'reviewQuorum' | 'reviewersAbroad' | 'acceptedFormats' | 'maxFileMegabytes'
>;
type Blocks = (DeliverableReason | IndependenceReason | StateReason)[];

export function startBlocks(facts: DeliverableFacts): Blocks {
	return [...stateBlocks(DELIVERABLE_LIFE, facts.state, 'start-preparation'), ...planBlocks(facts)];
}

/** Why a review cannot be opened: every reason, whoever has to act on it. */
export function openReviewBlocks(facts: DeliverableFacts, rules: ReviewRules, hasChecklist: boolean): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'open-review'),
		...planBlocks(facts),
		...(facts.type === null ? [{ code: 'type-missing' } as const] : []),
		...(facts.level === null ? [{ code: 'level-missing' } as const] : []),
		...(facts.contributorsConfirmed ? [] : [{ code: 'contributors-unconfirmed' } as const]),
		...versionBlocks(latestVersion(facts), rules),
		...unchangedBlocks(facts),
		...(hasChecklist ? [] : [{ code: 'checklist-missing' } as const]),
		...reviewerBlocks(facts, rules),
		...unansweredBlocks(facts)
	];
}

/** Why a revision cannot be passed as editorial: one independent QA lead vouches for a new, complete version. */
export function editorialBlocks(
	facts: DeliverableFacts,
	person: Candidate,
	rules: ReviewRules,
	hasChecklist: boolean
): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'record-editorial'),
		...independenceBlocks(facts.history, person),
		...versionBlocks(latestVersion(facts), rules),
		...unchangedBlocks(facts),
		...(hasChecklist ? [] : [{ code: 'checklist-missing' } as const])
	];
}

function planBlocks(facts: DeliverableFacts): DeliverableReason[] {
	return [
		...(facts.leadOrganisationId === null ? [{ code: 'lead-missing' } as const] : []),
		...(facts.dueOn === null ? [{ code: 'due-missing' } as const] : [])
	];
}

/** A next round needs other bytes than the last. */
function unchangedBlocks(facts: DeliverableFacts): DeliverableReason[] {
	const latest = latestVersion(facts);
	const reviewed = facts.versions.find((version) => version.id === latestRound(facts)?.versionId);
	if (!latest || !reviewed) return [];
	const bytes = (version: typeof latest) =>
		version.files
			.map((file) => file.sha256)
			.sort()
			.join();
	const isSame = latest.id === reviewed.id || bytes(latest) === bytes(reviewed);
	return isSame ? [{ code: 'version-unchanged', number: reviewed.number }] : [];
}

/** Whether those asked to review can reach the quorum, each of them independent at this moment. */
export function reviewerBlocks(
	facts: ReviewFacts,
	rules: Pick<ReviewRules, 'reviewQuorum' | 'reviewersAbroad'>
): Blocks {
	const signing = facts.reviewers.filter((reviewer) => reviewer.kind === 'signing');
	const dependent = signing.filter((reviewer) => independenceBlocks(facts.history, reviewer).length > 0);
	const able = signing.filter((reviewer) => !dependent.includes(reviewer));
	const abroad = able.filter((reviewer) => reviewer.country !== facts.leadCountry).length;
	const needed = rules.reviewQuorum;
	return [
		...(able.length < needed ? [{ code: 'reviewers-missing', assigned: able.length, needed } as const] : []),
		...(abroad < rules.reviewersAbroad
			? [
					{
						code: 'reviewers-abroad-missing',
						assigned: abroad,
						needed: rules.reviewersAbroad,
						country: facts.leadCountry ?? ''
					} as const
				]
			: []),
		...dependent.flatMap((reviewer) => [
			{ code: 'reviewer-not-independent', person: reviewer.name } as const,
			...independenceBlocks(facts.history, reviewer)
		])
	];
}

export function unansweredBlocks(facts: ReviewFacts): DeliverableReason[] {
	const open = facts.comments.filter(isOpenBlocker);
	const authors = [...new Set(open.map((comment) => comment.author))];
	return open.length === 0 ? [] : [{ code: 'blocking-comments-unanswered', count: open.length, authors }];
}
