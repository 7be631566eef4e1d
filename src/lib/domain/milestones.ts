import { canonicalClaim } from './covers.ts';
import type { ItemHistory } from './independence.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { QualityPlan } from './quality-plan.ts';
import type { RoundOutcome } from './reviews.ts';

export const MILESTONE_STATES = [
	'planned',
	'claimed',
	'verifying',
	'returned',
	'verified',
	'declared',
	'reopened',
	'not-achieved',
	'replaced',
	'deferred'
] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const MILESTONE_EVENTS = [
	'link-evidence',
	'claim',
	'assign-verifier',
	'judge',
	'return',
	'verify',
	'declare',
	'reopen',
	'end',
	'replace',
	'defer'
] as const;
export type MilestoneEvent = (typeof MILESTONE_EVENTS)[number];

/** Before a claim, and again after a return or a reopening, the evidence may change. */
const UNCLAIMED = ['planned', 'returned', 'reopened'] as const;

/** Claim, independent verification means by means, countersignature (domain.md 3.2). */
export const MILESTONE_LIFE_CYCLE = {
	'link-evidence': { from: UNCLAIMED, to: 'planned' },
	claim: { from: UNCLAIMED, to: 'claimed' },
	'assign-verifier': { from: ['claimed', 'verifying'], to: 'verifying' },
	judge: { from: ['verifying'], to: 'verifying' },
	return: { from: ['verifying'], to: 'returned' },
	verify: { from: ['verifying'], to: 'verified' },
	declare: { from: ['verified'], to: 'declared' },
	reopen: { from: ['verified', 'declared'], to: 'reopened' },
	// Returned and reopened wait for a claim like planned; without them only an untrue claim would lead on.
	end: { from: [...UNCLAIMED, 'claimed'], to: 'not-achieved' },
	replace: { from: ['not-achieved'], to: 'replaced' },
	defer: { from: ['not-achieved'], to: 'deferred' }
} as const satisfies LifeCycle<MilestoneState, MilestoneEvent>;

/** Nothing more is expected of it, or of it under this plan. */
export const SETTLED_MILESTONE_STATES: readonly MilestoneState[] = [
	'declared',
	'not-achieved',
	'replaced',
	'deferred'
];

/** What outsiders may see: a result that the coordinator has declared; one verified still waits for that signature. */
export const PUBLIC_MILESTONE_STATES: readonly MilestoneState[] = ['declared'];

/** States of a deliverable on which a milestone may rest. */
export const RESTS_ON_STATES: readonly string[] = ['approved', 'submitted', 'accepted'];

export interface MilestoneFacts {
	state: MilestoneState;
	stateSinceAt: string;
	leadOrganisationId: string | null;
	history: ItemHistory;
	/** Organisations that lead the milestone's work packages. */
	workPackageLeads: readonly WorkPackageLead[];
	means: readonly MeansFacts[];
	/** Deliverables it depends on. */
	dependencies: readonly { code: string; state: string }[];
	assignments: readonly { personId: string; name: string }[];
	/** The latest claim, open or closed. */
	claim: ClaimFacts | null;
	/** Hash of what is linked now; differs from the claim's when evidence was withdrawn or added since. */
	coversNow: string;
}

export interface WorkPackageLead {
	organisationId: string;
	acronym: string;
	workPackage: string;
}

export interface MeansFacts {
	id: string;
	position: number;
	text: string;
	/** What is linked and not withdrawn. */
	evidence: readonly { id: string; name: string; proof: string }[];
}

export interface ClaimFacts {
	id: string;
	number: number;
	/** Verifiers needed, as the quality plan stood when it was claimed. */
	quorum: number;
	coversSha256: string;
	claimantId: string;
	claimantName: string;
	closedAt: string | null;
	outcome: RoundOutcome | null;
	judgements: readonly { meansId: string; personId: string; verdict: 'sufficient' | 'insufficient' }[];
	verifiers: readonly { personId: string; name: string; organisationId: string }[];
}

export function isMilestoneState(state: string): state is MilestoneState {
	return MILESTONE_STATES.some((known) => known === state);
}

/** Payment-relevant and go/no-go milestones need the larger number of verifiers. */
export function verifiersNeeded(
	milestone: { paymentRelevant: boolean; goNoGo: boolean },
	plan: Pick<QualityPlan, 'milestoneVerifiers' | 'criticalMilestoneVerifiers'>
): number {
	const critical = milestone.paymentRelevant || milestone.goNoGo;
	return critical
		? Math.max(plan.milestoneVerifiers, plan.criticalMilestoneVerifiers)
		: plan.milestoneVerifiers;
}

/** What a piece of evidence is held to: a file to its bytes, a link to its address. */
export function proofOf(evidence: { sha256: string | null; url: string | null }): string {
	return evidence.sha256 === null ? (evidence.url ?? '') : `sha256:${evidence.sha256}`;
}

/** Canonical text of the evidence shown for every means, to be hashed and signed. */
export function claimCovers(means: readonly MeansFacts[], achievedOn: string | null): string {
	return canonicalClaim({ achievedOn, means });
}
