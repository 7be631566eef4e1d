import type { Db } from '#db/schema.ts';

export interface RegisterMoment {
	/** Versions of the criteria that are asked about. */
	versionIds: readonly string[];
	/** A past instant; null is now. */
	at: string | null;
}

/** Rows of the gap register that were open at a moment. */
export function openGaps(db: Db, { versionIds, at }: RegisterMoment) {
	const gaps = db
		.selectFrom('entryGap')
		.where('entryGap.criteriaVersionId', 'in', versionIds.length > 0 ? versionIds : ['']);
	if (at === null) return gaps.where('entryGap.closedAt', 'is', null);
	return gaps
		.where('entryGap.openedAt', '<=', at)
		.where((eb) => eb.or([eb('entryGap.closedAt', 'is', null), eb('entryGap.closedAt', '>', at)]));
}

/** Open cells: an element of an entry once, however many profiles find fault with it; missing outweighs weak. */
export function openCells(db: Db, moment: RegisterMoment) {
	return openGaps(db, moment)
		.groupBy(['entryGap.itemId', 'entryGap.element'])
		.select((eb) => [
			'entryGap.itemId',
			'entryGap.element',
			eb.fn.min('entryGap.standing').as('standing'),
			eb.fn.min('entryGap.openedAt').as('openedAt')
		]);
}
