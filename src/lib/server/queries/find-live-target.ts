import type { Db } from '#db/schema.ts';

/** A target that has not ended. */
export function findLiveTarget(db: Db, projectId: string, id: string) {
	return db
		.selectFrom('catalogueTarget')
		.selectAll()
		.where('projectId', '=', projectId)
		.where('id', '=', id)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
}

/** What took the place of a target that somebody changed meanwhile: the last of its line. */
export async function findSuccessor(db: Db, projectId: string, id: string) {
	const rows = await db
		.selectFrom('catalogueTarget')
		.select(['id', 'replacesId', 'title', 'amount', 'dueOn', 'endedAt', 'endReason'])
		.where('projectId', '=', projectId)
		.orderBy('setAt')
		.orderBy('id')
		.execute();
	let last = rows.find((row) => row.id === id);
	for (const row of rows) if (row.replacesId !== null && row.replacesId === last?.id) last = row;
	return last;
}
