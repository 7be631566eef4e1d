import type { Db } from '#db/schema.ts';

/** Codes of the entries with which an overlap still stands undecided; ended entries overlap with nobody. */
export async function listOpenOverlaps(db: Db, itemId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('entryOverlap')
		.innerJoin('item', (join) =>
			join.on((eb) =>
				eb.or([
					eb.and([
						eb('entryOverlap.firstItemId', '=', itemId),
						eb('entryOverlap.secondItemId', '=', eb.ref('item.id'))
					]),
					eb.and([
						eb('entryOverlap.secondItemId', '=', itemId),
						eb('entryOverlap.firstItemId', '=', eb.ref('item.id'))
					])
				])
			)
		)
		.select('item.code')
		.where('entryOverlap.goneAt', 'is', null)
		.where('entryOverlap.decision', 'is', null)
		.where('item.state', 'not in', ['merged', 'retired'])
		.orderBy('item.code')
		.execute();
	return rows.map(({ code }) => code);
}
