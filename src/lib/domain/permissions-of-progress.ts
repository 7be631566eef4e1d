import { CONVENERS, INTERNAL, QA_ASSIGNED, type PermissionRow } from './permission-rows.ts';

/** Reporting: check-ins, risks, indicators, dissemination, mobility, reports. */
export const PROGRESS_PERMISSIONS = {
	'risk:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'risk:propose': INTERNAL,
	'risk:edit': CONVENERS,
	'risk:assess': { coordinator: 'any', 'wp-leader': 'work-package' },
	/** Its state of play and what was done against it: also by who watches it or does it. */
	'risk:report': {
		coordinator: 'any',
		'national-coordinator': ['country', 'assigned'],
		'wp-leader': ['work-package', 'assigned'],
		partner: 'assigned',
		...QA_ASSIGNED
	},

	'indicator:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'public' },
	/** What is counted, by whom and towards what, and the goals it serves. */
	'indicator:target': { coordinator: 'any' },
	'indicator:propose-target': { 'wp-leader': 'work-package' },
	'indicator:report': {
		coordinator: 'organisation',
		'national-coordinator': 'organisation',
		'wp-leader': ['work-package', 'organisation'],
		partner: 'organisation'
	},
	'indicator:accept': { coordinator: 'any', 'national-coordinator': 'country' },
	'indicator:verify': { 'qa-lead': 'any', 'qa-reviewer': 'any' },

	/** The log of dissemination and communication; to outsiders what is public and took place. */
	'outreach:read': { ...INTERNAL, 'external-evaluator': 'any', observer: 'public' },
	'outreach:edit': {
		coordinator: 'any',
		'national-coordinator': ['country', 'organisation'],
		'wp-leader': 'work-package',
		partner: 'organisation'
	},
	/** Asks the addresses of the log whether they still answer. */
	'outreach:check-links': {
		coordinator: 'any',
		'national-coordinator': 'any',
		'wp-leader': 'any',
		partner: 'any'
	},
	'mobility:read': { ...INTERNAL, 'external-evaluator': 'any' },
	'mobility:edit': {
		coordinator: 'any',
		'national-coordinator': ['country', 'organisation'],
		'wp-leader': 'work-package',
		partner: 'organisation'
	},
	'check-in:read': { ...INTERNAL, 'external-evaluator': 'any' },
	/** What an organisation said in one: of the other partners no partner reads it, only that it came. */
	'check-in-answer:read': { ...INTERNAL, partner: 'organisation', 'external-evaluator': 'any' },
	/** For one's own organisation only, whatever else one may. */
	'check-in:write': {
		coordinator: 'organisation',
		'national-coordinator': 'organisation',
		partner: 'organisation'
	},
	'check-in:return': { coordinator: 'any', 'national-coordinator': 'country' },
	'check-in:accept': { coordinator: 'any', 'national-coordinator': 'country' },
	/** Who is silent is told so by whoever accepts their check-in. */
	'reminder:send': { coordinator: 'any', 'national-coordinator': 'country' },
	'period:lock': { coordinator: 'any' },
	'period:reopen': { coordinator: 'any' },

	/** Reports and packs, each for their own part of the project. */
	'report:read': {
		coordinator: 'any',
		'national-coordinator': ['country', 'organisation'],
		'wp-leader': 'work-package',
		partner: 'organisation',
		'qa-lead': 'any'
	},
	'report:edit': {
		coordinator: 'any',
		'national-coordinator': ['country', 'organisation'],
		'wp-leader': 'work-package',
		partner: 'organisation'
	}
} as const satisfies Record<string, PermissionRow>;
