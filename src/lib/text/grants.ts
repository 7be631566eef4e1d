import type { GrantState } from '#lib/domain/grants.ts';
import type { ScopeType } from '#lib/domain/roles.ts';

export const GRANT_STATE_TEXT = {
	proposed: 'proposed',
	upcoming: 'begins later',
	active: 'active',
	expired: 'expired',
	revoked: 'ended'
} as const satisfies Record<GrantState, string>;

export const SCOPE_TYPE_TEXT = {
	project: 'the whole project',
	country: 'one country',
	organisation: 'one organisation',
	'work-package': 'one work package',
	item: 'one deliverable or milestone'
} as const satisfies Record<ScopeType, string>;
