import type { Db } from '#db/schema.ts';

/** The organisations of the project in their order, with how many people work there and how many items they lead. */
export async function listConsortium(db: Db, projectId: string) {
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'currentName', 'country', 'role', 'status', 'origin'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const people = await db
		.selectFrom('membership')
		.select((eb) => ['organisationId', eb.fn.countAll<number>().as('count')])
		.where('projectId', '=', projectId)
		.where('toOn', 'is', null)
		.groupBy('organisationId')
		.execute();
	const peopleOf = new Map(people.map((row) => [row.organisationId, Number(row.count)]));
	return organisations.map((organisation) => ({
		...organisation,
		people: peopleOf.get(organisation.id) ?? 0
	}));
}
