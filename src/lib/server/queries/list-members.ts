import type { Db } from '#db/schema.ts';

/** Everybody who is or was a member of a project, by id. */
export async function listMembers(db: Db, projectId: string): Promise<{ id: string; name: string }[]> {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['person.id', 'person.name'])
		.distinct()
		.where('membership.projectId', '=', projectId)
		.orderBy('person.id')
		.execute();
}
