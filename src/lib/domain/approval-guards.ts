import type { DeliverableReason } from './deliverable-reasons.ts';
import { DELIVERABLE_LIFE } from './deliverable-states.ts';
import { latestRound, latestVersion, type DeliverableFacts } from './deliverables.ts';
import type { IndependenceReason } from './independence.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import { quorumBlocks } from './quorum.ts';
import { withdrawnBlocks } from './version-guards.ts';

type Blocks = (DeliverableReason | IndependenceReason | StateReason)[];
interface Person {
	personId: string;
	name: string;
}

export interface Approval {
	/** What the approver saw. */
	seenSha256: string;
	/** Emblem, disclaimer and personal data were checked. */
	publicChecked: boolean;
	/** Organisations that may read it. */
	accessOrganisationIds: readonly string[];
	/** A package was built of exactly these files. */
	packageOf: string | null;
}

export function approvalBlocks(facts: DeliverableFacts, person: Person, approval: Approval): Blocks {
	const round = latestRound(facts);
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'approve'),
		...thirdPersonBlocks(facts, person),
		...coveredBlocks(facts, approval),
		...(round ? quorumBlocks(facts, round) : [{ code: 'no-review-open' } as const]),
		...levelBlocks(facts, approval)
	];
}

/** Break-glass lifts the quorum and nothing else: never self-approval, never other bytes than those seen. */
export function breakGlassBlocks(facts: DeliverableFacts, person: Person, approval: Approval): Blocks {
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'break-glass'),
		...thirdPersonBlocks(facts, person),
		...coveredBlocks(facts, approval),
		...levelBlocks(facts, approval)
	];
}

/** Author, reviewer and approver are three different people, over the whole history (domain.md 2, rule 2). */
function thirdPersonBlocks(facts: DeliverableFacts, person: Person): DeliverableReason[] {
	const wrote = facts.history.contributions.find(
		(one) => one.kind === 'author' && one.personId === person.personId
	);
	const signed = facts.signatures.some(
		(one) => one.meaning === 'reviewed' && one.personId === person.personId
	);
	return [
		...(wrote ? [{ code: 'approver-authored', person: person.name, note: wrote.note } as const] : []),
		...(signed ? [{ code: 'approver-signed', person: person.name } as const] : [])
	];
}

function coveredBlocks(facts: DeliverableFacts, approval: Approval): DeliverableReason[] {
	const round = latestRound(facts);
	const version = latestVersion(facts);
	if (!round || !version) return [{ code: 'version-empty' }];
	const isSame = approval.seenSha256 === round.coversSha256;
	return [
		...(version.id === round.versionId
			? []
			: [{ code: 'signatures-stale', version: version.number } as const]),
		...(isSame ? [] : [{ code: 'covers-changed' } as const]),
		...(isSame && approval.packageOf !== round.coversSha256 ? [{ code: 'package-missing' } as const] : []),
		...withdrawnBlocks(version)
	];
}

function levelBlocks(facts: DeliverableFacts, approval: Approval): DeliverableReason[] {
	if (facts.level === 'PU') return approval.publicChecked ? [] : [{ code: 'public-check-missing' }];
	return approval.accessOrganisationIds.length > 0 ? [] : [{ code: 'access-list-missing' }];
}
