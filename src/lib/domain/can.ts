import type { AccessReason } from './access-reason.ts';
import { rulesFor } from './duties.ts';
import { rolesWith, rulesOf, type Permission } from './permissions.ts';
import type { ScopeRule } from './permission-rows.ts';
import { Refusal } from './reasons.ts';
import type { ActiveGrant, Actor } from './roles.ts';

/** What a permission is asked about. A part left out never matches a rule that needs it. */
export interface Subject {
	leadOrganisationId?: string | null;
	/** Lead and recorded contributors. */
	organisationIds?: readonly string[];
	/** Countries of the organisations concerned. */
	countries?: readonly string[];
	workPackageIds?: readonly string[];
	itemId?: string;
	assignedPersonIds?: readonly string[];
	isPublic?: boolean;
	/** Accepted, verified or published, whoever may read it. */
	isFinal?: boolean;
}

export type Answer = { ok: true; grant: ActiveGrant } | { ok: false; because: AccessReason };

/** May this actor do this to that? Within one grant every rule of its role is tried. */
export function can(actor: Actor, permission: Permission, subject: Subject): Answer {
	const holding = actor.grants.filter((grant) => rulesFor(actor, grant, permission).length > 0);
	const grant = holding.find((grant) =>
		rulesFor(actor, grant, permission).some((rule) => matches(rule, grant, actor, subject))
	);
	if (grant) return { ok: true, grant };
	return { ok: false, because: refusalOf(actor, permission, holding[0]) };
}

function refusalOf(actor: Actor, permission: Permission, nearest: ActiveGrant | undefined): AccessReason {
	if (nearest)
		return { code: 'out-of-scope', permission, role: nearest.role, rules: rulesOf(permission, nearest.role) };
	const holdsItself = actor.grants.some((grant) => !grant.by && rulesOf(permission, grant.role).length > 0);
	return actor.actingFor && holdsItself
		? { code: 'deputy-may-not', permission, person: actor.actingFor.name }
		: { code: 'role-needed', permission, roles: rolesWith(permission) };
}

/** Throws a `Refusal` unless allowed; returns the grant under which it is, for the record. */
export function assertCan(actor: Actor, permission: Permission, subject: Subject): ActiveGrant {
	const answer = can(actor, permission, subject);
	if (!answer.ok) throw new Refusal([answer.because]);
	return answer.grant;
}

/** Could this actor ever hold the permission in this project, for some subject? */
export function mayEver(actor: Actor, permission: Permission): boolean {
	return actor.grants.some((grant) => rulesFor(actor, grant, permission).length > 0);
}

/** Does the actor hold the permission for the whole project? */
export function mayAlways(actor: Actor, permission: Permission): boolean {
	return actor.grants.some((grant) => rulesFor(actor, grant, permission).includes('any'));
}

function matches(rule: ScopeRule, grant: ActiveGrant, actor: Actor, subject: Subject): boolean {
	switch (rule) {
		case 'any':
			return true;
		case 'country':
			return grant.scopeId !== null && (subject.countries ?? []).includes(grant.scopeId);
		case 'work-package':
			return grant.scopeId !== null && (subject.workPackageIds ?? []).includes(grant.scopeId);
		case 'granted':
			return (
				grant.scopeType === 'project' ||
				(grant.scopeType === 'item' && grant.scopeId === subject.itemId) ||
				(grant.scopeType === 'work-package' &&
					(subject.workPackageIds ?? []).some((id) => id === grant.scopeId))
			);
		case 'organisation':
			return (subject.organisationIds ?? []).includes(actor.organisationId);
		case 'lead':
			return subject.leadOrganisationId === actor.organisationId;
		case 'assigned':
			return (subject.assignedPersonIds ?? []).includes(actor.personId);
		case 'public':
			return subject.isPublic === true;
		case 'shown':
			return subject.isFinal === true && grant.scopeType === 'item' && grant.scopeId === subject.itemId;
	}
}
