import type { Db } from '#db/schema.ts';

/** Organisations on the access lists of sensitive items. */
export async function listItemAccess(db: Db, itemIds: readonly string[]) {
	if (itemIds.length === 0) return [];
	return db
		.selectFrom('itemAccess')
		.select(['itemId', 'organisationId'])
		.where('itemId', 'in', itemIds)
		.orderBy('itemId')
		.orderBy('organisationId')
		.execute();
}
