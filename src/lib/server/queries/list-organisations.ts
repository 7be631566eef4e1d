import type { Db } from '#db/schema.ts';

/** The organisations of a project in the order of the agreement, to choose from. */
export function listOrganisations(db: Db, projectId: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country', 'role'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
}
