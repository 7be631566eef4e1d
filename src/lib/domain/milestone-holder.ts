import {
	isMilestoneState,
	SETTLED_MILESTONE_STATES,
	type MilestoneFacts,
	type MilestoneState
} from './milestones.ts';
import type { Role } from './roles.ts';

/** Who has to act next, in whose hand it is since when, and why. */
export interface MilestoneHolder {
	organisationId?: string;
	personIds?: readonly string[];
	role?: Role;
	since: string;
	why: MilestoneHolderWhy;
}

export type MilestoneHolderWhy =
	| 'claim-milestone'
	| 'answer-return'
	| 'claim-again'
	| 'assign-verifiers'
	| 'verify-milestone'
	| 'countersign-milestone';

export interface HeldMilestone {
	state: string;
	stateSinceAt: string;
	leadOrganisationId: string | null;
	workPackageLeads: readonly { organisationId: string }[];
	assignments: readonly { personId: string }[];
	claim: Pick<NonNullable<MilestoneFacts['claim']>, 'quorum' | 'verifiers'> | null;
}

/** Nothing open is without a holder: what nobody was asked for waits for the QA lead or the coordinator. */
export function milestoneHolder(milestone: HeldMilestone): MilestoneHolder | null {
	const { state, stateSinceAt: since } = milestone;
	if (!isMilestoneState(state)) return { role: 'coordinator', since, why: 'claim-milestone' };
	if (SETTLED_MILESTONE_STATES.includes(state)) return null;
	if (state === 'claimed') return { role: 'qa-lead', since, why: 'assign-verifiers' };
	if (state === 'verified') return { role: 'coordinator', since, why: 'countersign-milestone' };
	if (state === 'verifying') return verifiersHolding(milestone);
	const [lead] = milestone.workPackageLeads;
	const organisationId = lead?.organisationId ?? milestone.leadOrganisationId;
	const why = WHY_CLAIM[state] ?? 'claim-milestone';
	return organisationId === null
		? { role: 'coordinator', since, why }
		: { organisationId, role: 'wp-leader', since, why };
}

const WHY_CLAIM: Partial<Record<MilestoneState, MilestoneHolderWhy>> = {
	planned: 'claim-milestone',
	returned: 'answer-return',
	reopened: 'claim-again'
};

function verifiersHolding({ assignments, claim, stateSinceAt: since }: HeldMilestone): MilestoneHolder {
	const signed = new Set(claim?.verifiers.map(({ personId }) => personId));
	const personIds = assignments.map(({ personId }) => personId).filter((id) => !signed.has(id));
	if (personIds.length === 0) return { role: 'qa-lead', since, why: 'assign-verifiers' };
	return { personIds, since, why: 'verify-milestone' };
}
