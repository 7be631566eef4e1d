export const ROLES = [
	'coordinator',
	'national-coordinator',
	'wp-leader',
	'partner',
	'qa-lead',
	'qa-reviewer',
	'external-evaluator',
	'observer',
	'admin'
] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_TYPES = ['project', 'country', 'organisation', 'work-package', 'item'] as const;
export type ScopeType = (typeof SCOPE_TYPES)[number];

export const QA_ROLES: readonly Role[] = ['qa-lead', 'qa-reviewer'];

export function isQaRole(role: Role): boolean {
	return QA_ROLES.includes(role);
}

/** A role held now, within a scope. `scopeId` is null for the whole project. */
export interface ActiveGrant {
	id: string;
	role: Role;
	scopeType: ScopeType;
	scopeId: string | null;
}

/** Who acts: a person as a member of one project, with the grants active at this moment. */
export interface Actor {
	personId: string;
	name: string;
	projectId: string;
	organisationId: string;
	organisationAcronym: string;
	country: string;
	grants: readonly ActiveGrant[];
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
	return actor.grants.some((grant) => roles.includes(grant.role));
}
