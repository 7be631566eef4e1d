import type { Db } from '#db/schema.ts';

/** An indicator with what rules and rights ask of it; undefined: none in this project. */
export async function findIndicatorFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const row = await db
		.selectFrom('indicator')
		.select(['id', 'code', 'title', 'level', 'measure', 'closedAt', 'version'])
		.where('projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('id', '=', key.id) : eb('code', '=', key.code)))
		.executeTakeFirst();
	if (!row) return undefined;
	const packages = await db
		.selectFrom('indicatorWorkPackage')
		.select('workPackageId')
		.where('indicatorId', '=', row.id)
		.orderBy('workPackageId')
		.execute();
	return { ...row, workPackageIds: packages.map(({ workPackageId }) => workPackageId) };
}

/** The ways in which the number is taken apart, with their parts in order. */
export async function listDimensions(db: Db, indicatorId: string) {
	const rows = await db
		.selectFrom('indicatorDimension as dimension')
		.innerJoin('indicatorCategory as category', 'category.dimensionId', 'dimension.id')
		.select(['dimension.id', 'dimension.label', 'category.id as categoryId', 'category.label as category'])
		.where('dimension.indicatorId', '=', indicatorId)
		.orderBy('dimension.position')
		.orderBy('category.position')
		.execute();
	return dimensionsOf(rows);
}

interface CategoryRow {
	id: string;
	label: string;
	categoryId: string;
	category: string;
}

/** Rows of categories by their dimension; a category may stand in several rows. */
export function dimensionsOf(rows: readonly CategoryRow[]) {
	return [...Map.groupBy(rows, ({ id }) => id).entries()].map(([id, group]) => {
		const categories = new Map(group.map(({ categoryId, category }) => [categoryId, category]));
		return {
			id,
			label: group[0]?.label ?? '',
			categories: [...categories].map(([id, label]) => ({ id, label }))
		};
	});
}
