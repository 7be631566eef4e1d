import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryTag } from '#db/schema/catalogue.ts';
import { derivedOf } from '#lib/domain/catalogue/derived.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { inChunks } from './in-chunks.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { refreshOverlaps } from './refresh-overlaps.ts';

/** Brings everything that follows from the content of an entry up to date. Part of the transaction that changed it. */
export async function deriveEntry(db: Db, itemId: string, now: Date): Promise<void> {
	const { projectId } = await db
		.selectFrom('item')
		.select('projectId')
		.where('id', '=', itemId)
		.executeTakeFirstOrThrow();
	await deriveEntries(db, projectId, [itemId], now);
}

/** The same for many entries of a project at once. */
export async function deriveEntries(
	db: Db,
	projectId: string,
	itemIds: readonly string[],
	now: Date
): Promise<void> {
	if (itemIds.length === 0) return;
	const { algorithm } = await findAlgorithm(db, projectId);
	const reworded: string[] = [];
	await inChunks(itemIds, async (ids) => {
		const items = await db
			.selectFrom('item')
			.innerJoin('entry', 'entry.itemId', 'item.id')
			.select(['item.id', 'item.code', 'item.title', 'entry.tokens'])
			.where('item.id', 'in', ids)
			.orderBy('item.id')
			.execute();
		const elements = await db
			.selectFrom('entryElement')
			.select(['itemId', 'element', 'standing', 'value', 'reason'])
			.where('itemId', 'in', ids)
			.where('untilAt', 'is', null)
			.orderBy('itemId')
			.orderBy('element')
			.execute();
		const byItem = Map.groupBy(elements, ({ itemId }) => itemId);
		await db.deleteFrom('entryTag').where('itemId', 'in', ids).execute();
		const tagged: Insertable<EntryTag>[] = [];
		for (const item of items) {
			const content = parseContent(byItem.get(item.id) ?? []);
			const { title, search, ects, tokens, tags } = derivedOf(content, item, algorithm.languages);
			await db.updateTable('item').set({ title, search }).where('id', '=', item.id).execute();
			await db.updateTable('entry').set({ ects, tokens }).where('itemId', '=', item.id).execute();
			tagged.push(...tags.map((tag) => ({ itemId: item.id, ...tag })));
			if (tokens !== item.tokens) reworded.push(item.id);
		}
		await inChunks(tagged, (rows) =>
			db
				.insertInto('entryTag')
				.values([...rows])
				.execute()
		);
	});
	await refreshOverlaps(db, projectId, reworded, algorithm, now);
	await refreshGaps(db, projectId, itemIds, now);
}
