import type { Db } from '#db/schema.ts';

/** How many elements of each entry are missing or weak. */
export async function countOpenGaps(db: Db, projectId: string): Promise<Map<string, number>> {
	const versions = db
		.selectFrom('criteriaVersion')
		.innerJoin('criteriaProfile', 'criteriaProfile.id', 'criteriaVersion.profileId')
		.select('criteriaVersion.id')
		.where('criteriaProfile.projectId', '=', projectId);
	// Asked for by version: then the index of open gaps answers alone.
	const rows = await db
		.selectFrom('entryGap')
		.select((eb) => ['itemId', eb.fn.count<number>('element').distinct().as('count')])
		.where('criteriaVersionId', 'in', versions)
		.where('closedAt', 'is', null)
		.groupBy('itemId')
		.orderBy('itemId')
		.execute();
	return new Map(rows.map(({ itemId, count }) => [itemId, count]));
}

/** Names of entries, and which of their elements are missing or weak. */
export async function listNamedGaps(
	db: Db,
	projectId: string,
	{ ids, codes }: { ids: readonly string[]; codes: readonly string[] }
) {
	const rows = await db
		.selectFrom('item')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.leftJoin('entryGap as gap', (join) =>
			join.onRef('gap.itemId', '=', 'item.id').on('gap.closedAt', 'is', null)
		)
		.select([
			'item.id as itemId',
			'item.code',
			'item.title',
			'item.origin',
			'organisation.acronym',
			'organisation.country',
			'gap.element'
		])
		.distinct()
		.where('item.kind', '=', 'entry')
		// Found one by one: with an "or" SQLite would look through all of the project.
		.where('item.id', 'in', (eb) =>
			eb
				.selectFrom('item as given')
				.select('given.id')
				.where('given.id', 'in', [...ids, ''])
				.where('given.projectId', '=', projectId)
				.union(
					eb
						.selectFrom('item as coded')
						.select('coded.id')
						.where('coded.projectId', '=', projectId)
						.where('coded.code', 'in', [...codes, ''])
				)
		)
		.orderBy('item.code')
		.orderBy('gap.element', (order) => order.asc().nullsLast())
		.execute();
	return [...Map.groupBy(rows, ({ itemId }) => itemId).values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const { element: _, ...named } = first;
		return [{ ...named, elements: group.flatMap(({ element }) => (element === null ? [] : [element])) }];
	});
}
