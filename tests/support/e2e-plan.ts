import type { Db } from '#db/schema.ts';

/** Where in the demonstration's plan a test puts an item of its own. */
export async function findPlace(db: Db, projectId: string, organisation: string) {
	const workPackage = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('number', '=', 4)
		.executeTakeFirstOrThrow();
	const lead = await db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', projectId)
		.where('code', '=', organisation)
		.executeTakeFirstOrThrow();
	return { workPackageId: workPackage.id, leadOrganisationId: lead.id };
}
