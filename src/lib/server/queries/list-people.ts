import type { Db } from '#db/schema.ts';

/** Members of the project now, with their organisation; in no order for people. */
export async function listPeople(db: Db, projectId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'person.id',
			'person.name',
			'person.email',
			'person.search',
			'person.disabledAt',
			'person.passwordHash',
			'person.origin',
			'organisation.code as organisationCode',
			'organisation.acronym as organisation',
			'organisation.name as organisationName',
			'organisation.country',
			'organisation.position'
		])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.orderBy('organisation.position')
		.orderBy('person.id')
		.execute();
}
