import { rulesOf, type Permission } from './permissions.ts';
import type { ScopeRule } from './permission-rows.ts';
import type { ActiveGrant, Actor } from './roles.ts';

/** What a deputy does for somebody: edit, progress, upload, claim. Never a signature, a decision or a role. */
export const WORKING_DUTIES: readonly Permission[] = [
	'deliverable:edit',
	'deliverable:justify-lateness',
	'item:forecast',
	'milestone:evidence',
	'milestone:claim',
	'review:answer',
	'check-in:write'
];

/** What a technical administrator sees of the content in a look: what any inside reader does, and not the trail. */
export function isLookable(permission: Permission): boolean {
	return (
		isReading(permission) && permission !== 'audit:read' && rulesOf(permission, 'qa-reviewer').includes('any')
	);
}

/**
 * The rules under which a grant gives a permission to who acts. Borrowed grants give the working duties, a look gives
 * reading; and while somebody acts for another, their own roles only let them read.
 */
export function rulesFor(actor: Actor, grant: ActiveGrant, permission: Permission): readonly ScopeRule[] {
	if (grant.by === 'look') return isLookable(permission) ? ['any'] : [];
	if (grant.by === 'deputy')
		return WORKING_DUTIES.includes(permission) ? rulesOf(permission, grant.role) : [];
	return actor.actingFor && !isReading(permission) ? [] : rulesOf(permission, grant.role);
}

function isReading(permission: Permission): boolean {
	return permission.endsWith(':read');
}
