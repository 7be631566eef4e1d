import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Db, Schema } from '#db/schema.ts';

export interface RegisterMoment {
	/** Versions of the criteria that are asked about. */
	versionIds: readonly string[];
	/** A past instant; null is now. */
	at: string | null;
	/** Ids of the targets whose days fields are owed by. */
	dueTargets: readonly string[];
}

/** Whether a row of the gap register was open at a moment, under the versions asked about. */
export function isOpenAt({ versionIds, at }: Pick<RegisterMoment, 'versionIds' | 'at'>) {
	return (eb: ExpressionBuilder<Schema, 'entryGap'>): Expression<SqlBool> => {
		const isAsked = eb('entryGap.criteriaVersionId', 'in', versionIds.length > 0 ? versionIds : ['']);
		if (at === null) return eb.and([isAsked, eb('entryGap.closedAt', 'is', null)]);
		const isStillOpen = eb.or([eb('entryGap.closedAt', 'is', null), eb('entryGap.closedAt', '>', at)]);
		return eb.and([isAsked, eb('entryGap.openedAt', '<=', at), isStillOpen]);
	};
}

/** Rows of the gap register that were open at a moment. */
export function openGaps(db: Db, moment: Pick<RegisterMoment, 'versionIds' | 'at'>) {
	return db.selectFrom('entryGap').where(isOpenAt(moment));
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
