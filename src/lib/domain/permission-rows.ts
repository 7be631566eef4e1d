import type { Role } from './roles.ts';

/**
 * Within what a role may act:
 * `any` the whole project · `country`, `work-package`, `granted` inside the grant's own scope ·
 * `organisation` the actor's organisation leads or contributes · `lead` the actor's organisation leads ·
 * `assigned` the actor is asked in person · `public` public and final · `shown` final, and the grant names this very item.
 */
export type ScopeRule =
	'any' | 'country' | 'work-package' | 'granted' | 'organisation' | 'lead' | 'assigned' | 'public' | 'shown';

/** What a role may do, and within what. */
export type PermissionRow = Partial<Record<Role, ScopeRule | readonly ScopeRule[]>>;

export const INTERNAL = {
	coordinator: 'any',
	'national-coordinator': 'any',
	'wp-leader': 'any',
	partner: 'any',
	'qa-lead': 'any',
	'qa-reviewer': 'any'
} as const;

export const WORKERS = {
	coordinator: 'any',
	'national-coordinator': 'organisation',
	'wp-leader': 'work-package',
	partner: 'organisation'
} as const;

/** Who calls meetings, writes their minutes and follows their actions, each for their own part of the project. */
export const CONVENERS = {
	coordinator: 'any',
	'national-coordinator': 'country',
	'wp-leader': 'work-package'
} as const;

/** Beside them its chair and secretary, who take its minutes; of an action, who chaired the meeting it came from. */
export const OFFICERS = {
	coordinator: 'any',
	'national-coordinator': ['country', 'assigned'],
	'wp-leader': ['work-package', 'assigned'],
	partner: 'assigned',
	'qa-lead': 'assigned'
} as const;

export const QA_ASSIGNED = { 'qa-lead': 'assigned', 'qa-reviewer': 'assigned' } as const;
