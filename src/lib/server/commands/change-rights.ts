import type { Db } from '#db/schema.ts';

/** Changes of rights in a project wait for each other, so that rules about who is left hold. First in the transaction. */
export async function lockRights(db: Db, projectId: string): Promise<void> {
	await db
		.updateTable('project')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', projectId)
		.execute();
}

/** The person's sessions get new ids at their next request. */
export async function markRightsChanged(db: Db, personId: string, now: Date): Promise<void> {
	await db
		.updateTable('person')
		.set({ rightsChangedAt: now.toISOString() })
		.where('id', '=', personId)
		.execute();
}
