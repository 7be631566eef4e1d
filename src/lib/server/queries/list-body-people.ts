import type { Db } from '#db/schema.ts';

/** People who are now members of one of these organisations. */
export function listBodyPeople(db: Db, projectId: string, organisationIds: readonly string[]) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['person.id', 'person.name', 'organisation.acronym'])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('membership.organisationId', 'in', organisationIds.length > 0 ? organisationIds : [''])
		.orderBy('organisation.position')
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}
