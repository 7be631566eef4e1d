import type { Db } from '#db/schema.ts';

/** Holds the row of an item until the transaction ends, so that what is read next cannot change under a rule. */
export async function lockItem(db: Db, projectId: string, itemId: string): Promise<void> {
	await db
		.updateTable('item')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', itemId)
		.where('projectId', '=', projectId)
		.execute();
}
