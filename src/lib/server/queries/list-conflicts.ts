import type { Db } from '#db/schema.ts';

/** Conflicts of interest declared about a person, those that stand first; ended ones stay on record. */
export function listConflicts(db: Db, projectId: string, personId: string) {
	return db
		.selectFrom('declaredConflict')
		.innerJoin('person as declarer', 'declarer.id', 'declaredConflict.declaredBy')
		.leftJoin('person as ender', 'ender.id', 'declaredConflict.endedBy')
		.leftJoin('item', 'item.id', 'declaredConflict.itemId')
		.select([
			'declaredConflict.id',
			'declaredConflict.reason',
			'declaredConflict.declaredAt',
			'declaredConflict.endedAt',
			'declaredConflict.endReason',
			'declarer.name as declaredBy',
			'ender.name as endedBy',
			'item.code',
			'item.kind'
		])
		.where('declaredConflict.projectId', '=', projectId)
		.where('declaredConflict.personId', '=', personId)
		.orderBy('declaredConflict.endedAt', (order) => order.desc().nullsFirst())
		.orderBy('declaredConflict.declaredAt', 'desc')
		.orderBy('declaredConflict.id')
		.execute();
}
