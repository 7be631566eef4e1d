import { can, type Subject } from './can.ts';
import type { Day } from './days.ts';
import {
	PROPOSERS_OF_ROLE,
	SCOPES_OF_ROLE,
	type GrantReason,
	type GrantState,
	type PersonRef
} from './grants.ts';
import { isQaRole, ROLES, type Actor, type Role, type ScopeType } from './roles.ts';

export interface GrantCandidate extends PersonRef {
	organisationId: string;
	organisation: string;
	country: string;
}

export interface GrantProposal {
	role: Role;
	scopeType: ScopeType;
	scopeId: string | null;
	fromOn: Day;
	toOn: Day | null;
}

/** Grants of the candidate that have not ended. */
export interface OpenGrant {
	role: Role;
	scopeType: ScopeType;
	scopeId: string | null;
	state: GrantState;
}

export function candidateSubject(candidate: GrantCandidate): Subject {
	return { organisationIds: [candidate.organisationId], countries: [candidate.country] };
}

/** The role in which the actor may propose this role to that person; undefined: in none. */
export function proposerRole(actor: Actor, role: Role, candidate: GrantCandidate): Role | undefined {
	return PROPOSERS_OF_ROLE[role].find((proposer) => {
		const grants = actor.grants.filter((grant) => grant.role === proposer);
		return can({ ...actor, grants }, 'grant:propose', candidateSubject(candidate)).ok;
	});
}

/** The roles a page may offer for this person. */
export function proposableRoles(actor: Actor, candidate: GrantCandidate): Role[] {
	if (actor.personId === candidate.personId) return [];
	return ROLES.filter((role) => proposerRole(actor, role, candidate) !== undefined);
}

/** Every reason why this cannot be proposed (domain.md 2, rule 3). */
export function proposalBlocks(
	actor: Actor,
	candidate: GrantCandidate,
	proposal: GrantProposal,
	open: readonly OpenGrant[],
	today: Day
): GrantReason[] {
	const { role, scopeType, scopeId, fromOn, toOn } = proposal;
	const allowed: readonly ScopeType[] = SCOPES_OF_ROLE[role];
	const reasons: GrantReason[] = [];
	if (actor.personId === candidate.personId) reasons.push({ code: 'own-grant' });
	if (proposerRole(actor, role, candidate) === undefined)
		reasons.push({ code: 'grant-proposer-role', role, proposers: PROPOSERS_OF_ROLE[role] });
	if (!allowed.includes(scopeType)) reasons.push({ code: 'grant-scope-unfit', role, scopeType, allowed });
	if (role === 'partner' && scopeType === 'organisation' && scopeId !== candidate.organisationId)
		reasons.push({
			code: 'grant-not-own-organisation',
			person: candidate.name,
			organisation: candidate.organisation
		});
	if (toOn !== null && toOn < fromOn) reasons.push({ code: 'grant-dates-reversed', fromOn, toOn });
	else if (toOn !== null && toOn < today) reasons.push({ code: 'grant-over-before-it-begins', toOn });
	const same = open.find(
		(one) => one.role === role && one.scopeType === scopeType && one.scopeId === scopeId
	);
	if (same) reasons.push({ code: 'grant-exists', person: candidate.name, role, state: same.state });
	return reasons;
}

/** A coordinator's own proposal for another person counts at once, except for QA roles and the administrator's. */
export function isConfirmedAtOnce(role: Role, proposedAs: Role): boolean {
	return proposedAs === 'coordinator' && !isQaRole(role) && role !== 'admin';
}
