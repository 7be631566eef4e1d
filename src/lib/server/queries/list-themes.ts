import type { Db } from '#db/schema.ts';

/** Themes of the catalogue, in the project's order. */
export function listThemes(db: Db, projectId: string) {
	return db
		.selectFrom('theme')
		.select(['code', 'title', 'kind'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
}
