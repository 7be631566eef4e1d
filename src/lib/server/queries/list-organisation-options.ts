import type { Db } from '#db/schema.ts';

/** The organisations of a project to choose from, in the order of the grant agreement. */
export async function listOrganisationOptions(db: Db, projectId: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'name'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('acronym')
		.execute();
}
