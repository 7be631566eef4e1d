import type { Db } from '#db/schema.ts';

/** The work packages of a project with their leads, in order. */
export async function listWorkPackages(db: Db, projectId: string) {
	return db
		.selectFrom('workPackage')
		.leftJoin('organisation as lead', 'lead.id', 'workPackage.leadOrganisationId')
		.leftJoin('organisation as coLead', 'coLead.id', 'workPackage.coLeadOrganisationId')
		.select([
			'workPackage.id',
			'workPackage.number',
			'workPackage.title',
			'workPackage.objectives',
			'workPackage.version',
			'workPackage.leadOrganisationId',
			'workPackage.startMonth',
			'workPackage.endMonth',
			'workPackage.origin',
			'lead.acronym as lead',
			'lead.country as leadCountry',
			'lead.name as leadName',
			'coLead.acronym as coLead',
			'coLead.name as coLeadName'
		])
		.where('workPackage.projectId', '=', projectId)
		.orderBy('workPackage.number')
		.execute();
}

export type WorkPackageRow = Awaited<ReturnType<typeof listWorkPackages>>[number];
