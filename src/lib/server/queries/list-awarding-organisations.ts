import type { Db } from '#db/schema.ts';

/** Organisations with the people who could hold an office there and the number of entries they own, the most first. */
export async function listAwardingOrganisations(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('organisation')
		.leftJoin('membership', (join) =>
			join.onRef('membership.organisationId', '=', 'organisation.id').on('membership.toOn', 'is', null)
		)
		.leftJoin('person', (join) =>
			join.onRef('person.id', '=', 'membership.personId').on('person.disabledAt', 'is', null)
		)
		.select((eb) => [
			'organisation.id',
			'organisation.acronym',
			'organisation.name',
			'organisation.country',
			'person.id as personId',
			'person.name as person',
			eb
				.selectFrom('item')
				.whereRef('item.leadOrganisationId', '=', 'organisation.id')
				.where('item.kind', '=', 'entry')
				.select((items) => items.fn.countAll<number>().as('count'))
				.as('entries')
		])
		.where('organisation.projectId', '=', projectId)
		.orderBy('organisation.acronym')
		.orderBy('organisation.id')
		.orderBy('person.name', (order) => order.asc().nullsLast())
		.execute();
	return [...Map.groupBy(rows, (row) => row.id).values()]
		.flatMap((members) => {
			const [first] = members;
			if (!first) return [];
			const { id, acronym, name, country, entries } = first;
			const people = members.flatMap(({ personId, person }) =>
				personId === null || person === null ? [] : [{ personId, name: person }]
			);
			return [{ id, acronym, name, country, entries: entries ?? 0, members: people }];
		})
		.sort((a, b) => b.entries - a.entries);
}
