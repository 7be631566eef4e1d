import type { Db } from '#db/schema.ts';
import type { EntryGap } from '#db/schema/catalogue.ts';
import { gapsOf, type Gap } from '#lib/domain/catalogue/gaps.ts';
import { newId } from '#lib/server/ids.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listCriteria } from '#lib/server/queries/list-criteria.ts';
import { listEntryFacts } from '#lib/server/queries/list-entry-facts.ts';
import { inChunks } from './in-chunks.ts';
import { seedCriteria } from './seed-criteria.ts';

/**
 * Brings the gap register in line with the criteria: call it inside the transaction of whoever changed an entry, its
 * bodies, its evidence, its state, the criteria or the algorithm. Registered are the version in force and those that
 * come; rows of versions that no longer count are closed, and so are those of merged and retired entries, which owe
 * nothing. A gap whose standing changes is closed and opened anew; one whose reasons change stays open.
 */
export async function refreshGaps(
	db: Db,
	projectId: string,
	itemIds: readonly string[] | 'all',
	now: Date
): Promise<void> {
	await seedCriteria(db, projectId, now);
	const profiles = await listCriteria(db, projectId, await findToday(db, projectId, now));
	const versions = profiles.flatMap(({ country, inForce, coming, later }) =>
		[inForce, ...(coming ? [coming] : []), ...later].flatMap(({ id, rules }) =>
			id === null ? [] : [{ id, country, rules }]
		)
	);
	const { algorithm } = await findAlgorithm(db, projectId);
	await inChunks(await listEntryIds(db, projectId, itemIds), async (ids) => {
		const entries = await listEntryFacts(db, { ids });
		const owed = entries.flatMap((entry) => gapsOf(entry, versions, algorithm));
		await writeDifference(db, projectId, { ids, owed }, now.toISOString());
	});
}

async function listEntryIds(
	db: Db,
	projectId: string,
	itemIds: readonly string[] | 'all'
): Promise<string[]> {
	const entries = db
		.selectFrom('entry')
		.innerJoin('item', 'item.id', 'entry.itemId')
		.select('item.id')
		.where('item.projectId', '=', projectId)
		.orderBy('item.id');
	if (itemIds === 'all') return (await entries.execute()).map(({ id }) => id);
	const found: string[] = [];
	await inChunks([...new Set(itemIds)], async (ids) => {
		found.push(...(await entries.where('item.id', 'in', ids).execute()).map(({ id }) => id));
	});
	return found;
}

type OpenGap = Pick<EntryGap, 'id' | 'itemId' | 'criteriaVersionId' | 'element' | 'standing' | 'reasons'>;

async function writeDifference(
	db: Db,
	projectId: string,
	{ ids, owed }: { ids: readonly string[]; owed: readonly Gap[] },
	at: string
): Promise<void> {
	const open: OpenGap[] = await db
		.selectFrom('entryGap')
		.select(['id', 'itemId', 'criteriaVersionId', 'element', 'standing', 'reasons'])
		.where('itemId', 'in', ids)
		.where('closedAt', 'is', null)
		.orderBy('id')
		.execute();
	const registered = new Map(open.map((gap) => [keyOf(gap), gap]));
	const wanted = new Set(owed.map(keyOf));

	const over = open.filter((gap) => !wanted.has(keyOf(gap))).map(({ id }) => id);
	await inChunks(over, (chunk) =>
		db.updateTable('entryGap').set({ closedAt: at }).where('id', 'in', chunk).execute()
	);
	for (const gap of owed) {
		const row = registered.get(keyOf(gap));
		const reasons = JSON.stringify(gap.reasons);
		if (row && row.reasons !== reasons)
			await db.updateTable('entryGap').set({ reasons }).where('id', '=', row.id).execute();
	}
	const added = owed.filter((gap) => !registered.has(keyOf(gap)));
	await inChunks(added, (chunk) =>
		db
			.insertInto('entryGap')
			.values(
				chunk.map(({ reasons, ...gap }) => ({
					...gap,
					id: newId(),
					projectId,
					reasons: JSON.stringify(reasons),
					openedAt: at,
					closedAt: null
				}))
			)
			.execute()
	);
}

type Key = Pick<EntryGap, 'itemId' | 'criteriaVersionId' | 'element' | 'standing'>;

function keyOf({ itemId, criteriaVersionId, element, standing }: Key): string {
	return `${itemId} ${criteriaVersionId} ${element} ${standing}`;
}
