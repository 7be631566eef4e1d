import type { Db } from '#db/schema.ts';

/** Names of all who are or were in a project. */
export async function listNamesOfPeople(db: Db, projectId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select('person.name')
		.distinct()
		.where('membership.projectId', '=', projectId)
		.orderBy('person.name')
		.execute();
	return rows.map(({ name }) => name);
}
