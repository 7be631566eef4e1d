import type { Day } from './days.ts';
import { grantState, type GrantDates, type GrantReason, type PersonRef } from './grants.ts';
import { hasRole, isQaRole, type Actor, type Role } from './roles.ts';

export interface GrantFacts extends GrantDates, PersonRef {
	role: Role;
	proposedBy: string | null;
	proposedAs: Role | null;
}

/** Who holds the deciding roles of the project now, with an account that is not disabled. */
export interface Deciders {
	coordinators: readonly PersonRef[];
	qaLeads: readonly PersonRef[];
}

/** What a person could confirm with: a role, or the steering committee's decision in their hands. */
export type ConfirmedAs = { role: Role; needsReference: boolean };

/**
 * The role in which this actor may confirm, or every reason why not. QA roles take two people from both sides,
 * coordinator and QA lead; while there is no QA lead, a second coordinator, or a decision of the steering committee for
 * the first QA lead (domain.md 2, rule 3).
 */
export function confirmation(
	actor: Actor,
	grant: GrantFacts,
	deciders: Deciders,
	today: Day
): { as: ConfirmedAs | null; blocks: GrantReason[] } {
	const state = grantState(grant, today);
	const blocks: GrantReason[] = [];
	if (state !== 'proposed') blocks.push({ code: 'grant-not-proposed', state });
	if (actor.personId === grant.personId) blocks.push({ code: 'own-grant' });
	const answer = confirmerOf(actor, grant, deciders);
	if ('code' in answer) blocks.push(answer);
	return blocks.length === 0 && !('code' in answer) ? { as: answer, blocks } : { as: null, blocks };
}

function confirmerOf(actor: Actor, grant: GrantFacts, deciders: Deciders): ConfirmedAs | GrantReason {
	const confirmers: readonly Role[] = confirmersOf(grant, deciders);
	const role = confirmers.find((role) => hasRole(actor, role));
	if (role === undefined) return { code: 'grant-confirmer-role', role: grant.role, confirmers };
	if (!isQaRole(grant.role)) return { role, needsReference: false };
	if (actor.personId !== grant.proposedBy) return { role, needsReference: false };

	const others = otherConfirmers(actor, grant, deciders);
	if (others.length > 0 || otherQaLeads(grant, deciders).length > 0)
		return { code: 'grant-second-person', role: grant.role, people: others.map((one) => one.name) };
	return grant.role === 'qa-lead' ? { role, needsReference: true } : { code: 'grant-needs-qa-lead' };
}

type Proposed = Pick<GrantFacts, 'personId' | 'role' | 'proposedAs'>;

/** The roles that decide on a proposal. */
export function confirmersOf(grant: Proposed, deciders: Deciders): readonly Role[] {
	if (grant.role === 'admin') return ['admin'];
	if (!isQaRole(grant.role) || otherQaLeads(grant, deciders).length === 0) return ['coordinator'];
	return grant.proposedAs === 'qa-lead' ? ['coordinator'] : ['qa-lead'];
}

/** The candidate's own standing never counts. */
function otherQaLeads(grant: Pick<GrantFacts, 'personId'>, deciders: Deciders): PersonRef[] {
	return deciders.qaLeads.filter((one) => one.personId !== grant.personId);
}

function otherConfirmers(actor: Actor, grant: GrantFacts, deciders: Deciders): PersonRef[] {
	const side = confirmersOf(grant, deciders).includes('qa-lead') ? deciders.qaLeads : deciders.coordinators;
	return side.filter((one) => one.personId !== actor.personId && one.personId !== grant.personId);
}
