import type { Db } from '#db/schema.ts';

/** The organisations that take part in a work package, in the order of the grant agreement. */
export async function listParticipants(db: Db, workPackageId: string) {
	return db
		.selectFrom('workPackageOrganisation')
		.innerJoin('organisation', 'organisation.id', 'workPackageOrganisation.organisationId')
		.select([
			'organisation.id',
			'organisation.acronym',
			'organisation.name',
			'organisation.country',
			'organisation.code'
		])
		.where('workPackageOrganisation.workPackageId', '=', workPackageId)
		.orderBy('organisation.position')
		.orderBy('organisation.acronym')
		.execute();
}
