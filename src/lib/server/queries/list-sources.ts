import type { Db } from '#db/schema.ts';

/** Where a record comes from, in the order of the file. */
export async function listSources(db: Db, projectId: string, recordId: string) {
	return db
		.selectFrom('citation')
		.select(['id', 'field', 'origin', 'url', 'note'])
		.where('projectId', '=', projectId)
		.where('recordId', '=', recordId)
		.orderBy('id')
		.execute();
}
