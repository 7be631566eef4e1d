import type { Db } from '#db/schema.ts';

/** Holds the row of an item until the transaction ends, so that what is read next cannot change under a rule. */
export function lockItem(db: Db, projectId: string, itemId: string): Promise<void> {
	return lockItems(db, projectId, [itemId]);
}

/** The same for several, no more than a statement takes. */
export async function lockItems(db: Db, projectId: string, itemIds: readonly string[]): Promise<void> {
	await db
		.updateTable('item')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', 'in', itemIds)
		.where('projectId', '=', projectId)
		.execute();
}
