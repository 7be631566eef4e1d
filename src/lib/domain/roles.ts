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

export function isRole(text: string): text is Role {
	return ROLES.some((role) => role === text);
}

export const SCOPE_TYPES = ['project', 'country', 'organisation', 'work-package', 'item'] as const;
export type ScopeType = (typeof SCOPE_TYPES)[number];

/** Who writes, delivers and claims. */
export const WORKING_ROLES: readonly Role[] = ['coordinator', 'national-coordinator', 'wp-leader', 'partner'];

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
	/** Not one's own: somebody's for whom one acts, or an administrator's look at the content. */
	by?: 'deputy' | 'look';
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
	/** For whom the actor does the working duties in this request. */
	actingFor?: { deputyRowId: string; personId: string; name: string };
}

/** Roles of one's own: what is borrowed makes nobody a coordinator or a reviewer. */
export function rolesOf(actor: Actor): Role[] {
	const own = actor.grants.filter((grant) => grant.by === undefined);
	return [...new Set(own.map((grant) => grant.role))];
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
	return rolesOf(actor).some((role) => roles.includes(role));
}
