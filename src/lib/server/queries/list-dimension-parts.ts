import type { Db } from '#db/schema.ts';
import { dimensionsOf } from './find-indicator-facts.ts';

/** The ways in which an indicator is taken apart, and the parts of the numbers that stand. One query. */
export async function listDimensionParts(db: Db, indicatorId: string) {
	const rows = await db
		.selectFrom('indicatorDimension as dimension')
		.innerJoin('indicatorCategory as category', 'category.dimensionId', 'dimension.id')
		.leftJoin('indicatorActualPart as part', 'part.categoryId', 'category.id')
		.leftJoin('indicatorActual as actual', 'actual.id', 'part.actualId')
		.select(['dimension.id', 'dimension.label', 'category.id as categoryId', 'category.label as category'])
		.select(['part.actualId', 'part.value', 'actual.replacedAt'])
		.where('dimension.indicatorId', '=', indicatorId)
		.orderBy('dimension.position')
		.orderBy('category.position')
		.orderBy('part.actualId')
		.execute();
	return {
		dimensions: dimensionsOf(rows),
		parts: rows.flatMap(({ actualId, value, replacedAt, categoryId, category: label }) =>
			actualId === null || value === null || replacedAt !== null
				? []
				: [{ actualId, value, categoryId, label }]
		)
	};
}
