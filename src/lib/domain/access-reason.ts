import type { ScopeRule } from './permission-rows.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

export type AccessReason =
	| { code: 'role-needed'; permission: Permission; roles: readonly Role[] }
	| { code: 'deputy-may-not'; permission: Permission; person: string }
	| { code: 'out-of-scope'; permission: Permission; role: Role; rules: readonly ScopeRule[] };
