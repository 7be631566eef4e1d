import type { Day } from './days.ts';
import { confirmersOf, type Deciders, type GrantFacts } from './grant-confirmation.ts';
import { grantState, type GrantReason, type PersonRef } from './grants.ts';
import { hasRole, isQaRole, type Actor, type Role } from './roles.ts';

/**
 * Every reason why this actor cannot end a grant. A coordinator alone does not end QA roles while another QA lead is
 * there to do it; giving back one's own role is always possible, except for the last coordinator.
 */
export function revocationBlocks(
	actor: Actor,
	grant: GrantFacts,
	deciders: Deciders,
	today: Day
): GrantReason[] {
	const state = grantState(grant, today);
	if (state === 'revoked' || state === 'expired') return [{ code: 'grant-ended', state }];
	const reasons: GrantReason[] = [];
	const isOwn = actor.personId === grant.personId;
	const isOwnProposal = state === 'proposed' && actor.personId === grant.proposedBy;
	const revokers = state === 'proposed' ? confirmersOf(grant, deciders) : revokersOf(grant, deciders);
	if (!isOwn && !isOwnProposal && !hasRole(actor, ...revokers))
		reasons.push({ code: 'grant-confirmer-role', role: grant.role, confirmers: revokers });
	if (grant.role === 'coordinator' && state === 'active')
		reasons.push(...lastCoordinatorBlocks(grant, deciders));
	return reasons;
}

/** Who leaves the project loses every role: a QA role only by those who may end it. */
export function departureBlocks(
	actor: Actor,
	grants: readonly GrantFacts[],
	deciders: Deciders,
	today: Day
): GrantReason[] {
	const standing = grants.filter((grant) => ['active', 'upcoming'].includes(grantState(grant, today)));
	return standing
		.filter((grant) => isQaRole(grant.role))
		.flatMap((grant) => revocationBlocks(actor, grant, deciders, today));
}

/** A project is never left without a coordinator who can sign in. */
export function lastCoordinatorBlocks(person: PersonRef, deciders: Deciders): GrantReason[] {
	const isCoordinator = deciders.coordinators.some((one) => one.personId === person.personId);
	const isLast = deciders.coordinators.every((one) => one.personId === person.personId);
	return isCoordinator && isLast ? [{ code: 'last-coordinator', person: person.name }] : [];
}

function revokersOf(grant: GrantFacts, deciders: Deciders): readonly Role[] {
	if (grant.role === 'admin') return ['admin'];
	if (!isQaRole(grant.role)) return ['coordinator'];
	const isLedByOthers = deciders.qaLeads.some((one) => one.personId !== grant.personId);
	return isLedByOthers ? ['qa-lead'] : ['qa-lead', 'coordinator'];
}
