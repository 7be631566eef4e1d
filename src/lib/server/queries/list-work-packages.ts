import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** The work packages of a project with their leads, in order; `sampleFields` are invented values in a real record. */
export async function listWorkPackages(db: Db, projectId: string) {
	const rows = await db
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
			'coLead.name as coLeadName',
			(eb) =>
				eb
					.selectFrom('citation')
					.select(sql<string | null>`string_agg(field, ',')`.as('fields'))
					.whereRef('citation.recordId', '=', 'workPackage.id')
					.where('citation.recordType', '=', 'work-package')
					.where('citation.origin', '=', 'sample')
					.as('sampleFields')
		])
		.where('workPackage.projectId', '=', projectId)
		.orderBy('workPackage.number')
		.execute();
	return rows.map(({ sampleFields, ...row }) => ({ ...row, sampleFields: sampleFields?.split(',') ?? [] }));
}
