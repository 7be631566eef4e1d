import type { Db } from '#db/schema.ts';

/** Deliverables that could take another one over. */
export function listMergeTargets(db: Db, projectId: string, itemId: string) {
	return db
		.selectFrom('item')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.where('kind', '=', 'deliverable')
		.where('id', '!=', itemId)
		.where('state', 'not in', ['withdrawn', 'merged'])
		.orderBy('position')
		.orderBy('code')
		.execute();
}
