import {
	CONVENERS,
	INTERNAL,
	OFFICERS,
	QA_ASSIGNED,
	WORKERS,
	type PermissionRow,
	type ScopeRule
} from './permission-rows.ts';
import { PROGRESS_PERMISSIONS } from './permissions-of-progress.ts';
import type { Role } from './roles.ts';

/** The matrix of roles and acts: what is not here nobody may do. */
export const PERMISSIONS = {
	'home:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'any', admin: 'any' },

	'project:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'any' },
	'project:edit': { coordinator: 'any' },
	'sample:remove': { coordinator: 'any' },
	'baseline:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'baseline:sign': { coordinator: 'any' },

	'organisation:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'any', admin: 'any' },
	'organisation:edit': { coordinator: 'any', 'national-coordinator': 'country', partner: 'organisation' },
	'person:read': { ...INTERNAL, 'external-evaluator': 'any', admin: 'any' },
	'contact:read': { ...INTERNAL, admin: 'any' },
	'person:invite': { coordinator: 'any', admin: 'any' },
	'account:manage': { coordinator: 'any', admin: 'any' },
	'member:move': { coordinator: 'any' },
	'grant:propose': {
		coordinator: 'any',
		'national-coordinator': 'country',
		partner: 'organisation',
		'qa-lead': 'any'
	},
	/** For oneself, and the coordinator for anybody. */
	'deputy:name': {
		coordinator: 'any',
		'national-coordinator': 'assigned',
		'wp-leader': 'assigned',
		partner: 'assigned'
	},
	'grant:confirm': { coordinator: 'any', 'qa-lead': 'any', admin: 'any' },
	'grant:revoke': { coordinator: 'any', 'qa-lead': 'any', admin: 'any' },

	'work-package:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'any' },
	'work-package:edit': { coordinator: 'any', 'wp-leader': 'work-package' },
	'health:override': { coordinator: 'any', 'wp-leader': 'work-package' },

	/** Forecasts, lateness, health and readiness: not for those who see only what is public. */
	'progress:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'item:forecast': {
		coordinator: 'any',
		'national-coordinator': 'country',
		'wp-leader': 'work-package',
		partner: 'organisation'
	},
	'item:agree-date': { coordinator: 'any' },

	'deliverable:read': {
		...INTERNAL,
		'external-evaluator': ['granted', 'assigned', 'public'],
		observer: ['public', 'shown']
	},
	'deliverable:plan': { coordinator: 'any', 'wp-leader': 'work-package' },
	'deliverable:edit': WORKERS,
	'deliverable:request-review': {
		coordinator: 'any',
		'national-coordinator': 'lead',
		'wp-leader': 'work-package',
		partner: 'lead'
	},
	'deliverable:justify-lateness': { coordinator: 'any', 'wp-leader': 'work-package', partner: 'lead' },
	'reviewer:assign': { 'qa-lead': 'any' },
	'reviewer:propose': { coordinator: 'any' },
	/** Whether the reviews that lie ahead have somebody who may sign them. */
	'reviewer:foresee': { coordinator: 'any', 'wp-leader': 'work-package', 'qa-lead': 'any' },
	/** What reviews find, counted over all of them. */
	'findings:read': {
		coordinator: 'any',
		'qa-lead': 'any',
		'qa-reviewer': 'any',
		'external-evaluator': 'granted'
	},
	'conflict:declare': { 'qa-lead': 'any' },
	'review:read': { ...INTERNAL, 'external-evaluator': ['granted', 'assigned'] },
	/**
	 * Sensitive documents of an item; the QA lead assigns every review, and judges which revision is editorial. Outsiders
	 * only by a grant, an observer by one for that very item.
	 */
	'sensitive:read': {
		...INTERNAL,
		'qa-reviewer': 'assigned',
		'external-evaluator': ['granted', 'assigned'],
		observer: 'shown'
	},
	'review:comment': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	/** On what was opened to the evaluation, in whatever state; it advises and blocks nothing. */
	'opinion:give': { 'external-evaluator': ['granted', 'assigned'] },
	'review:answer': {
		'wp-leader': 'work-package',
		partner: 'organisation',
		'national-coordinator': 'organisation'
	},
	'deliverable:request-changes': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	'deliverable:sign-off': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	'deliverable:approve': { coordinator: 'any' },
	'deliverable:return': { coordinator: 'any' },
	'deliverable:break-glass': { coordinator: 'any' },
	'deliverable:record-portal': { coordinator: 'any' },
	'deliverable:withdraw': { coordinator: 'any' },
	'deliverable:set-editorial': { 'qa-lead': 'any' },

	'milestone:read': { ...INTERNAL, 'external-evaluator': 'any', observer: ['public', 'shown'] },
	'milestone:evidence': WORKERS,
	'milestone:claim': { coordinator: 'any', 'wp-leader': 'work-package' },
	'milestone:assign': { 'qa-lead': 'any' },
	'milestone:verify': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	'milestone:declare': { coordinator: 'any' },
	'milestone:reopen': { coordinator: 'any', 'qa-lead': 'any' },
	'milestone:end': { coordinator: 'any' },

	'catalogue:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'entry:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'public' },
	'entry:create': WORKERS,
	'entry:edit': WORKERS,
	'entry:take-step': WORKERS,
	'entry:request-review': WORKERS,
	'entry:request-changes': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	'entry:sign-off': { ...QA_ASSIGNED, 'external-evaluator': 'assigned' },
	/** By the named officer of an awarding body, which only the rules of the domain know. */
	'entry:approve': { 'national-coordinator': 'organisation', partner: 'organisation' },
	'entry:return': { coordinator: 'any', 'wp-leader': 'work-package' },
	'entry:publish': { coordinator: 'any', 'wp-leader': 'work-package' },
	'entry:recognise': {
		coordinator: 'any',
		'national-coordinator': 'country',
		'wp-leader': 'work-package',
		partner: 'organisation',
		observer: 'country'
	},
	'entry:hold': WORKERS,
	'entry:end': { coordinator: 'any', 'wp-leader': 'work-package' },
	'officer:name': {
		coordinator: 'any',
		'national-coordinator': 'organisation',
		partner: 'organisation'
	},
	'algorithm:publish': { coordinator: 'any', 'wp-leader': 'work-package' },
	'criteria:publish': {
		coordinator: 'any',
		'national-coordinator': 'country',
		'wp-leader': 'work-package'
	},
	'target:set': { coordinator: 'any' },
	'duty:assign': {
		coordinator: 'any',
		'national-coordinator': ['country', 'organisation'],
		'wp-leader': 'work-package',
		partner: 'organisation'
	},
	'overlap:decide': { coordinator: 'any', 'wp-leader': 'work-package' },
	'catalogue:export': { ...INTERNAL, 'external-evaluator': 'any' },
	'catalogue:import': WORKERS,
	'institution:answer': {
		coordinator: 'organisation',
		'national-coordinator': 'organisation',
		partner: 'organisation'
	},
	'institution:review': { coordinator: 'any', 'national-coordinator': 'country', 'qa-lead': 'any' },

	/** Invited: in person, or with one's organisation. */
	'meeting:read': { ...INTERNAL, 'external-evaluator': 'assigned', observer: ['assigned', 'organisation'] },
	'meeting:edit': CONVENERS,
	'agenda:propose': {
		coordinator: 'any',
		'national-coordinator': 'organisation',
		'wp-leader': 'organisation',
		partner: 'organisation',
		'qa-lead': 'organisation',
		'qa-reviewer': 'organisation'
	},
	/** One's own invitation. */
	'meeting:answer': {
		coordinator: 'assigned',
		'national-coordinator': 'assigned',
		'wp-leader': 'assigned',
		partner: 'assigned',
		...QA_ASSIGNED,
		'external-evaluator': 'assigned',
		observer: 'assigned'
	},
	'meeting:attendance': CONVENERS,
	/** Of a meeting one attended; observers only where its minutes are public. */
	'minutes:read': { ...INTERNAL, 'external-evaluator': 'assigned', observer: 'public' },
	'minutes:write': OFFICERS,
	'minutes:circulate': OFFICERS,
	'minutes:object': {
		coordinator: 'organisation',
		'national-coordinator': 'organisation',
		'wp-leader': 'organisation',
		partner: 'organisation'
	},
	'minutes:approve': { coordinator: 'any' },
	/** As chair or secretary, which the meeting names. */
	'minutes:sign': {
		coordinator: 'assigned',
		'national-coordinator': 'assigned',
		'wp-leader': 'assigned',
		partner: 'assigned',
		'qa-lead': 'assigned'
	},
	'decision:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'public' },
	'decision:record': { coordinator: 'any', 'national-coordinator': 'country' },
	'action:read': INTERNAL,
	'action:create': OFFICERS,
	/** By its owner. */
	'action:update': {
		coordinator: 'assigned',
		'national-coordinator': 'assigned',
		'wp-leader': 'assigned',
		partner: 'assigned',
		...QA_ASSIGNED
	},
	/** Owner, wording, due day, end: whoever may create it. */
	'action:steer': OFFICERS,
	/** Never by its owner, which the rules of the domain see to. */
	'action:verify': { ...OFFICERS, 'qa-lead': 'any', 'qa-reviewer': 'any' },
	'calendar:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'any' },

	'evidence:read': { ...INTERNAL, 'external-evaluator': 'public', observer: 'public' },
	'evidence:withdraw': {
		coordinator: 'any',
		partner: 'organisation',
		'national-coordinator': 'organisation'
	},

	'quality-plan:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'quality-plan:publish': { coordinator: 'any', 'qa-lead': 'any' },

	'audit:read': {
		coordinator: 'any',
		'national-coordinator': 'country',
		'wp-leader': 'work-package',
		partner: 'organisation',
		'qa-lead': 'any',
		'qa-reviewer': 'any'
	},
	'audit:export': { coordinator: 'any', 'qa-lead': 'any', 'qa-reviewer': 'any' },
	'look:begin': { admin: 'any' },
	'look:end': { coordinator: 'any', 'qa-lead': 'any', admin: 'any' },
	'installation:read': { admin: 'any' },

	...PROGRESS_PERMISSIONS
} as const satisfies Record<string, PermissionRow>;

export type Permission = keyof typeof PERMISSIONS;

/** The rules under which a role holds a permission; empty: never. */
export function rulesOf(permission: Permission, role: Role): readonly ScopeRule[] {
	const row: PermissionRow = PERMISSIONS[permission];
	const rule = row[role];
	return rule === undefined ? [] : typeof rule === 'string' ? [rule] : rule;
}

export function rolesWith(permission: Permission): Role[] {
	const row: PermissionRow = PERMISSIONS[permission];
	return Object.keys(row).filter((role): role is Role => role in row);
}
