import type { Holder } from './holder.ts';
import {
	isMilestoneState,
	SETTLED_MILESTONE_STATES,
	type MilestoneFacts,
	type MilestoneState
} from './milestones.ts';
import type { Role } from './roles.ts';

export const MILESTONE_AWAITS = [
	'claim',
	'answer-return',
	'claim-again',
	'assign-verifiers',
	'verify',
	'countersign'
] as const;
export type MilestoneAwaits = (typeof MILESTONE_AWAITS)[number];

export interface HeldMilestone {
	state: string;
	stateSinceAt: string;
	leadOrganisationId: string | null;
	/** The first one leads the milestone's own work package. */
	workPackageLeads: readonly { organisationId: string }[];
	assignments: readonly { personId: string }[];
	claim: { verifiers: readonly Pick<MilestoneFacts['assignments'][number], 'personId'>[] } | null;
}

/** The one holder of a milestone: what nobody was asked for waits for the QA lead or the coordinator. */
export function milestoneHolder(milestone: HeldMilestone): Holder | null {
	const { state, stateSinceAt: since } = milestone;
	if (!isMilestoneState(state)) return byRole('coordinator', since, 'claim');
	if (SETTLED_MILESTONE_STATES.includes(state)) return null;
	if (state === 'claimed') return byRole('qa-lead', since, 'assign-verifiers');
	if (state === 'verified') return byRole('coordinator', since, 'countersign');
	if (state === 'verifying') return verifying(milestone);
	const organisationId = milestone.workPackageLeads[0]?.organisationId ?? milestone.leadOrganisationId;
	const awaits = AWAITS_CLAIM[state] ?? 'claim';
	if (organisationId === null) return byRole('coordinator', since, awaits);
	return { kind: 'organisation', organisationId, personIds: [], role: 'wp-leader', since, awaits };
}

const AWAITS_CLAIM: Partial<Record<MilestoneState, MilestoneAwaits>> = {
	returned: 'answer-return',
	reopened: 'claim-again'
};

/** Verifiers who have not signed hold it; when all have and one is still lacking, the QA lead must find another. */
function verifying({ assignments, claim, stateSinceAt: since }: HeldMilestone): Holder {
	const signed = new Set(claim?.verifiers.map(({ personId }) => personId));
	const personIds = assignments.map(({ personId }) => personId).filter((id) => !signed.has(id));
	if (personIds.length === 0) return byRole('qa-lead', since, 'assign-verifiers');
	return { kind: 'people', organisationId: null, personIds, role: null, since, awaits: 'verify' };
}

function byRole(role: Role, since: string, awaits: MilestoneAwaits): Holder {
	return { kind: 'role', organisationId: null, personIds: [], role, since, awaits };
}
