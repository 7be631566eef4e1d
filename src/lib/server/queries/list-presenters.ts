import type { Db } from '#db/schema.ts';

/** Members of the project with their organisation, to choose who presents. */
export function listPresenters(db: Db, projectId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['person.id', 'person.name', 'organisation.acronym as organisation'])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.orderBy('organisation.position')
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}
