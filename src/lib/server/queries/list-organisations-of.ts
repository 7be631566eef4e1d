import type { Db } from '#db/schema.ts';

/** Organisations of some countries, in the order of the agreement. */
export function listOrganisationsOf(db: Db, projectId: string, countries: readonly string[]) {
	return db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country'])
		.where('projectId', '=', projectId)
		.where('country', 'in', countries)
		.where('role', '!=', 'external')
		.orderBy('position')
		.execute();
}
