import type { Db } from '#db/schema.ts';

/** Milestones that could take another one's place. */
export function listOtherMilestones(db: Db, projectId: string, itemId: string) {
	return db
		.selectFrom('item')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.where('kind', '=', 'milestone')
		.where('id', '!=', itemId)
		.where('state', 'not in', ['not-achieved', 'replaced', 'deferred'])
		.orderBy('position')
		.orderBy('code')
		.execute();
}
