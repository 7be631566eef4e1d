import type { Migration } from 'kysely/migration';
import * as identity from './0001-identity.ts';
import * as plan from './0002-plan.ts';
import * as evidence from './0003-evidence.ts';
import * as review from './0004-review.ts';
import * as audit from './0005-audit.ts';

/** Every migration in order; a released one is never changed. */
export const migrations: Record<string, Migration> = {
	'0001-identity': identity,
	'0002-plan': plan,
	'0003-evidence': evidence,
	'0004-review': review,
	'0005-audit': audit
};
