import type { Day } from '#lib/domain/days.ts';
import type { Role } from '#lib/domain/roles.ts';

export type ActionReason =
	| { code: 'action-wording-short' }
	| { code: 'action-owner-cannot-act'; person: string; roles: readonly Role[] }
	| { code: 'action-due-before-origin'; originOn: Day }
	| { code: 'action-origin-missing' }
	| { code: 'action-reason-needed' }
	| { code: 'action-owner-unchanged'; person: string }
	| { code: 'action-blocker-needed' }
	| { code: 'action-blocks-itself' }
	| { code: 'action-result-needed' }
	| { code: 'action-verified-by-owner'; person: string }
	| { code: 'action-date-pending'; toOn: Day }
	| { code: 'action-date-settled' }
	| { code: 'action-date-own'; person: string }
	| { code: 'action-date-passed'; toOn: Day; today: Day }
	| { code: 'action-successor-ended'; action: string }
	| { code: 'action-superseded-by-itself' };
