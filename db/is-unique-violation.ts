const UNIQUE_VIOLATIONS: ReadonlySet<unknown> = new Set([
	'SQLITE_CONSTRAINT_UNIQUE',
	'SQLITE_CONSTRAINT_PRIMARYKEY',
	'23505'
]);

/** Ask outside the transaction that failed: PostgreSQL has ended it, and nothing more can be done in it. */
export function isUniqueViolation(error: unknown): boolean {
	return error instanceof Error && 'code' in error && UNIQUE_VIOLATIONS.has(error.code);
}
