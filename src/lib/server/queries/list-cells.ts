import type { Db } from '#db/schema.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import type { OpenCell } from '#lib/domain/catalogue/matrix.ts';
import { mergeGaps } from '#lib/domain/catalogue/matrix.ts';
import { parseGapReasons } from '#lib/schemas/catalogue/criteria.ts';
import { dutiesAt } from './duties-at.ts';
import { openGaps, type RegisterMoment } from './open-cells.ts';

/** The open cells of these entries, each with its reasons and the duty that stands for it. One query. */
export async function listCells(
	db: Db,
	projectId: string,
	itemIds: readonly string[],
	moment: RegisterMoment
): Promise<Map<string, OpenCell[]>> {
	if (itemIds.length === 0) return new Map();
	const rows = await openGaps(db, moment)
		.where('entryGap.itemId', 'in', itemIds)
		.leftJoin(dutiesAt(db, projectId, moment.at).as('duty'), (join) =>
			join.onRef('duty.itemId', '=', 'entryGap.itemId').onRef('duty.element', '=', 'entryGap.element')
		)
		.select(['entryGap.itemId', 'entryGap.element', 'entryGap.standing', 'entryGap.reasons'])
		.select(['entryGap.openedAt', 'duty.dueOn', 'duty.note', 'duty.personName', 'duty.organisationAcronym'])
		.orderBy('entryGap.itemId')
		.orderBy('entryGap.element')
		.orderBy('entryGap.criteriaVersionId')
		.execute();
	const cells = rows.flatMap(({ element, reasons, dueOn, note, personName, organisationAcronym, ...row }) =>
		isElement(element)
			? [
					{
						...row,
						element,
						reasons: parseGapReasons(reasons),
						duty: { dueOn, note: note ?? '', personName, acronym: organisationAcronym }
					}
				]
			: []
	);
	return new Map(
		[...Map.groupBy(cells, (cell) => cell.itemId)].map(([itemId, own]) => [itemId, mergeGaps(own)])
	);
}
