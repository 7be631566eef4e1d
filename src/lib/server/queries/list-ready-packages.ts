import type { Db } from '#db/schema.ts';

/** The work packages of a project in order, with their leads. One query. */
export function listReadyPackages(db: Db, projectId: string) {
	return db
		.selectFrom('workPackage')
		.leftJoin('organisation as lead', 'lead.id', 'workPackage.leadOrganisationId')
		.select(['workPackage.id', 'workPackage.number', 'workPackage.title', 'workPackage.endMonth'])
		.select(['lead.acronym as lead', 'lead.country as leadCountry'])
		.where('workPackage.projectId', '=', projectId)
		.orderBy('workPackage.number')
		.execute();
}
