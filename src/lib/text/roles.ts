import type { Role } from '#lib/domain/roles.ts';

export const ROLE_TEXT = {
	coordinator: 'coordinator',
	'national-coordinator': 'national coordinator',
	'wp-leader': 'work package leader',
	partner: 'partner member',
	'qa-lead': 'QA lead',
	'qa-reviewer': 'QA reviewer',
	'external-evaluator': 'external evaluator',
	observer: 'observer',
	admin: 'technical administrator'
} as const satisfies Record<Role, string>;
