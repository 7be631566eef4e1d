import type { Db } from '#db/schema.ts';

const MOST = 200;

/** Decisions to name as a reference, the newest first. */
export function listDecisionOptions(db: Db, projectId: string) {
	return db
		.selectFrom('decision')
		.select(['code', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.limit(MOST)
		.execute();
}
