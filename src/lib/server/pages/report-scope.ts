import type { ReportScope } from '#lib/domain/reports/reports.ts';

interface Whose {
	organisationId: string | null;
	country: string | null;
	/** Null: belongs to organisations, not to work packages. */
	packages: readonly string[] | null;
}

/** Is a report of this scope about it? */
export function speaksOf(scope: ReportScope, { organisationId, country, packages }: Whose): boolean {
	if (scope.type === 'country') return country === scope.country;
	if (scope.type === 'organisation') return organisationId === scope.id;
	return scope.type === 'project' || packages === null || packages.includes(scope.id);
}
