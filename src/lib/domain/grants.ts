import type { Day } from './days.ts';
import type { Role, ScopeType } from './roles.ts';

export type GrantState = 'proposed' | 'upcoming' | 'active' | 'expired' | 'revoked';

export interface GrantDates {
	fromOn: Day;
	toOn: Day | null;
	confirmedAt: string | null;
	revokedAt: string | null;
}

/** Where a grant stands today: proposed until confirmed, then by its dates. */
export function grantState(grant: GrantDates, today: Day): GrantState {
	if (grant.revokedAt !== null) return 'revoked';
	if (grant.toOn !== null && grant.toOn < today) return 'expired';
	if (grant.confirmedAt === null) return 'proposed';
	return grant.fromOn > today ? 'upcoming' : 'active';
}

/** Where a role can be held. */
export const SCOPES_OF_ROLE = {
	coordinator: ['project'],
	'national-coordinator': ['country'],
	'wp-leader': ['work-package'],
	partner: ['organisation'],
	'qa-lead': ['project'],
	'qa-reviewer': ['project'],
	'external-evaluator': ['project', 'work-package', 'item'],
	// A ministry records recognitions of its own country only.
	observer: ['project', 'country', 'work-package', 'item'],
	admin: ['project']
} as const satisfies Record<Role, readonly ScopeType[]>;

/** Who may propose a role, beside holding the permission for the person concerned. */
export const PROPOSERS_OF_ROLE: Readonly<Record<Role, readonly Role[]>> = {
	coordinator: ['coordinator'],
	'national-coordinator': ['coordinator'],
	'wp-leader': ['coordinator', 'national-coordinator', 'partner'],
	partner: ['coordinator', 'national-coordinator', 'partner'],
	'qa-lead': ['coordinator', 'qa-lead'],
	'qa-reviewer': ['coordinator', 'qa-lead'],
	'external-evaluator': ['coordinator', 'qa-lead'],
	observer: ['coordinator', 'national-coordinator'],
	admin: ['coordinator']
};

export type GrantReason =
	| { code: 'own-grant' }
	| { code: 'grant-scope-unfit'; role: Role; scopeType: ScopeType; allowed: readonly ScopeType[] }
	| { code: 'grant-not-own-organisation'; person: string; organisation: string }
	| { code: 'grant-proposer-role'; role: Role; proposers: readonly Role[] }
	| { code: 'grant-exists'; person: string; role: Role; state: GrantState }
	| { code: 'grant-dates-reversed'; fromOn: Day; toOn: Day }
	| { code: 'grant-over-before-it-begins'; toOn: Day }
	| { code: 'grant-not-proposed'; state: GrantState }
	| { code: 'grant-ended'; state: GrantState }
	| { code: 'grant-confirmer-role'; role: Role; confirmers: readonly Role[] }
	| { code: 'grant-second-person'; role: Role; people: readonly string[] }
	| { code: 'grant-needs-qa-lead' }
	| { code: 'decision-reference-needed' }
	| { code: 'last-coordinator'; person: string };

export interface PersonRef {
	personId: string;
	name: string;
}
