import type { Db } from '#db/schema.ts';

/** Makes writers of the same project's plan queue: what is read afterwards in the transaction stays true until its end. */
export async function lockProject(db: Db, projectId: string): Promise<void> {
	await db
		.updateTable('project')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', projectId)
		.execute();
}
