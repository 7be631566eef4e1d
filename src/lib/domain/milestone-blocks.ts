import type { Day } from './days.ts';
import { independenceBlocks, type Candidate, type IndependenceReason } from './independence.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import type { MilestoneReason } from './milestone-reasons.ts';
import {
	MILESTONE_LIFE_CYCLE,
	RESTS_ON_STATES,
	type MilestoneEvent,
	type MilestoneFacts,
	type WorkPackageLead
} from './milestones.ts';

type Reasons = (MilestoneReason | StateReason | IndependenceReason)[];

export function milestoneStateBlocks(milestone: MilestoneFacts, event: MilestoneEvent): StateReason[] {
	return stateBlocks(MILESTONE_LIFE_CYCLE, milestone.state, event);
}

/** Evidence for every means, and the deliverables it rests on approved. */
export function claimBlocks(milestone: MilestoneFacts, achievedOn: Day, today: Day): Reasons {
	const bare = milestone.means.filter((means) => means.evidence.length === 0);
	const unapproved = milestone.dependencies.filter(({ state }) => !RESTS_ON_STATES.includes(state));
	return [
		...milestoneStateBlocks(milestone, 'claim'),
		...(milestone.means.length === 0 ? [{ code: 'means-missing' } as const] : []),
		...bare.map(({ position, text }) => ({ code: 'means-without-evidence', position, text }) as const),
		...unapproved.map(
			({ code, state }) => ({ code: 'deliverable-not-approved', item: code, state }) as const
		),
		...futureBlocks(achievedOn, today, 'achieved')
	];
}

/** Why a person may not verify: who leads the milestone or its work package, gave evidence or claimed it, may not. */
export function verifierBlocks(
	milestone: Pick<MilestoneFacts, 'history' | 'workPackageLeads'>,
	candidate: Candidate
): (MilestoneReason | IndependenceReason)[] {
	const leads = (lead: WorkPackageLead) =>
		lead.organisationId === candidate.organisationId &&
		lead.organisationId !== milestone.history.leadOrganisationId;
	return [
		...independenceBlocks(milestone.history, candidate),
		...milestone.workPackageLeads
			.filter(leads)
			.map(
				({ acronym, workPackage }) =>
					({ code: 'organisation-leads-work-package', organisation: acronym, workPackage }) as const
			)
	];
}

export function eligibleVerifiers<C extends Candidate>(
	milestone: Pick<MilestoneFacts, 'history' | 'workPackageLeads'>,
	candidates: readonly C[]
): C[] {
	return candidates.filter((candidate) => verifierBlocks(milestone, candidate).length === 0);
}

/** Who may be asked: independent, not asked already; the refusal names those who could be. */
export function assignVerifierBlocks(
	milestone: MilestoneFacts,
	candidate: Candidate,
	candidates: readonly Candidate[]
): Reasons {
	const dependent = verifierBlocks(milestone, candidate);
	const eligible = eligibleVerifiers(milestone, candidates).map(
		({ name, acronym }) => `${name} (${acronym})`
	);
	return [
		...milestoneStateBlocks(milestone, 'assign-verifier'),
		...(isAssigned(milestone, candidate.personId)
			? [{ code: 'already-verifier', person: candidate.name } as const]
			: []),
		...dependent,
		...(dependent.length > 0 ? [{ code: 'eligible-people', people: eligible } as const] : [])
	];
}

/** Judging needs an open claim that is the one on the verifier's screen, and an independent, assigned verifier. */
export function judgeBlocks(
	milestone: MilestoneFacts,
	verifier: Candidate,
	claimSeen: string,
	event: 'judge' | 'return' | 'verify' = 'judge'
): Reasons {
	const { claim } = milestone;
	const wrongState = milestoneStateBlocks(milestone, event);
	const signed = claim?.verifiers.some(({ personId }) => personId === verifier.personId) ?? false;
	return [
		...wrongState,
		...(isAssigned(milestone, verifier.personId)
			? []
			: [{ code: 'not-assigned', person: verifier.name } as const]),
		...(wrongState.length === 0 && claim?.id !== claimSeen ? [{ code: 'claim-moved-on' } as const] : []),
		...verifierBlocks(milestone, verifier),
		...(signed && event !== 'return' ? [{ code: 'already-verified', person: verifier.name } as const] : [])
	];
}

/** A return must name what is insufficient. */
export function returnBlocks(milestone: MilestoneFacts, verifier: Candidate, claimSeen: string): Reasons {
	const verdicts = verdictsOf(milestone, verifier.personId);
	const named = milestone.means.some(({ id }) => verdicts.get(id) === 'insufficient');
	return [
		...judgeBlocks(milestone, verifier, claimSeen, 'return'),
		...(named ? [] : [{ code: 'nothing-insufficient' } as const])
	];
}

/** Every means judged sufficient by this very verifier, on the evidence that was claimed and is still there. */
export function verifyBlocks(
	milestone: MilestoneFacts,
	verifier: Candidate,
	seen: { claimId: string; coversSha256: string }
): Reasons {
	const verdicts = verdictsOf(milestone, verifier.personId);
	const moved = milestone.claim?.id === seen.claimId && milestone.claim.coversSha256 !== seen.coversSha256;
	return [
		...judgeBlocks(milestone, verifier, seen.claimId, 'verify'),
		...(moved ? [{ code: 'claim-moved-on' } as const] : []),
		...changedBlocks(milestone),
		...milestone.means.flatMap(({ id, position, text }): MilestoneReason[] => {
			const verdict = verdicts.get(id);
			if (verdict === undefined) return [{ code: 'means-not-judged', position, text }];
			return verdict === 'insufficient' ? [{ code: 'means-judged-insufficient', position, text }] : [];
		})
	];
}

/** The coordinator countersigns as a person who neither claimed nor verified. */
export function declareBlocks(
	milestone: MilestoneFacts,
	declarer: { personId: string; name: string },
	seen: { claimId: string; coversSha256: string },
	portalOn: Day,
	today: Day
): Reasons {
	const { claim } = milestone;
	const { personId, name: person } = declarer;
	const verified = claim?.verifiers.some((verifier) => verifier.personId === personId) ?? false;
	const wrongState = milestoneStateBlocks(milestone, 'declare');
	const moved = claim?.id !== seen.claimId || claim.coversSha256 !== seen.coversSha256;
	return [
		...wrongState,
		...(wrongState.length === 0 && moved ? [{ code: 'claim-moved-on' } as const] : []),
		...(claim?.claimantId === personId
			? [{ code: 'declarer-took-part', person, as: 'claimant' } as const]
			: []),
		...(verified ? [{ code: 'declarer-took-part', person, as: 'verifier' } as const] : []),
		...(wrongState.length === 0 ? [...changedBlocks(milestone), ...lapsedBlocks(milestone)] : []),
		...futureBlocks(portalOn, today, 'portal')
	];
}

/** Does the claim, and so every signature on it, still cover what is linked? */
export function isClaimCurrent(milestone: MilestoneFacts): boolean {
	return milestone.claim !== null && milestone.claim.coversSha256 === milestone.coversNow;
}

/** Does one more signature reach the number of verifiers the claim asks for? Only those independent to this day count. */
export function isVerifiedByOneMore(milestone: MilestoneFacts): boolean {
	const { claim } = milestone;
	if (claim === null) return false;
	return claim.verifiers.length - lapsedBlocks(milestone).length + 1 >= claim.quorum;
}

/** Verifiers who signed, and whose organisation or conflict has since made them a party. */
function lapsedBlocks(milestone: MilestoneFacts): MilestoneReason[] {
	const asCandidate = { acronym: '', country: '', roles: [] };
	return (milestone.claim?.verifiers ?? [])
		.filter((one) => verifierBlocks(milestone, { ...one, ...asCandidate }).length > 0)
		.map(({ name }) => ({ code: 'verifier-not-independent', person: name }));
}

function futureBlocks(day: Day, today: Day, what: 'achieved' | 'portal'): MilestoneReason[] {
	return day > today ? [{ code: 'day-in-future', day, what }] : [];
}

function changedBlocks(milestone: MilestoneFacts): MilestoneReason[] {
	return milestone.claim !== null && !isClaimCurrent(milestone)
		? [{ code: 'evidence-changed-since-claim' }]
		: [];
}

function isAssigned(milestone: MilestoneFacts, personId: string): boolean {
	return milestone.assignments.some((one) => one.personId === personId);
}

function verdictsOf(milestone: MilestoneFacts, personId: string) {
	const own = milestone.claim?.judgements.filter((one) => one.personId === personId) ?? [];
	return new Map(own.map(({ meansId, verdict }) => [meansId, verdict]));
}
