import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** The organisations and work packages that a record names are of its project; what is not is not found. */
export async function assertOutreachParts(
	db: Db,
	projectId: string,
	named: { organisationIds: readonly (string | null)[]; workPackageIds: readonly string[] }
): Promise<{ countryOf: (organisationId: string | null) => string | null }> {
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'country'])
		.where('projectId', '=', projectId)
		.orderBy('id')
		.execute();
	const packages = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.orderBy('id')
		.execute();
	const isThere = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id);
	const isWhole =
		named.organisationIds.every((id) => id === null || isThere(organisations, id)) &&
		named.workPackageIds.every((id) => isThere(packages, id));
	if (!isWhole) throw new NotFound();
	return { countryOf: (id) => organisations.find((one) => one.id === id)?.country ?? null };
}

const PREFIXES = { outreach: 'DC', mobility: 'MT' } as const;

/** DC-12: the number after the last one; the project is locked meanwhile. */
export async function nextOutreachCode(
	db: Db,
	projectId: string,
	table: keyof typeof PREFIXES
): Promise<string> {
	const rows = await db.selectFrom(table).select('code').where('projectId', '=', projectId).execute();
	const numbers = rows.map(({ code }) => Number(code.split('-')[1] ?? 0));
	return `${PREFIXES[table]}-${Math.max(0, ...numbers) + 1}`;
}
