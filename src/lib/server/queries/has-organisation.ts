import type { Db } from '#db/schema.ts';

/** Whether an organisation belongs to the project; ids come from forms and are never trusted. */
export async function hasOrganisation(db: Db, projectId: string, organisationId: string): Promise<boolean> {
	const found = await db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', projectId)
		.where('id', '=', organisationId)
		.executeTakeFirst();
	return found !== undefined;
}
