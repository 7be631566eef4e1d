import type { Db } from '#db/schema.ts';
import { derivedOf } from '#lib/domain/catalogue/derived.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { refreshOverlaps } from './refresh-overlaps.ts';

/** Brings everything that follows from the content of an entry up to date. Part of the transaction that changed it. */
export async function deriveEntry(db: Db, itemId: string, now: Date): Promise<void> {
	const item = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.projectId', 'item.code', 'item.title', 'entry.tokens'])
		.where('item.id', '=', itemId)
		.executeTakeFirstOrThrow();
	const elements = await db
		.selectFrom('entryElement')
		.select(['element', 'standing', 'value', 'reason'])
		.where('itemId', '=', itemId)
		.where('untilAt', 'is', null)
		.orderBy('element')
		.execute();
	const { algorithm } = await findAlgorithm(db, item.projectId);
	const { title, search, ects, tokens, tags } = derivedOf(parseContent(elements), item, algorithm.languages);

	await db.updateTable('item').set({ title, search }).where('id', '=', itemId).execute();
	await db.updateTable('entry').set({ ects, tokens }).where('itemId', '=', itemId).execute();
	await db.deleteFrom('entryTag').where('itemId', '=', itemId).execute();
	const rows = tags.map((tag) => ({ itemId, ...tag }));
	if (rows.length > 0) await db.insertInto('entryTag').values(rows).execute();
	if (tokens !== item.tokens) await refreshOverlaps(db, item.projectId, itemId, now);
	await refreshGaps(db, item.projectId, [itemId], now);
}
