import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryOverlap } from '#db/schema/catalogue.ts';
import { overlapChange, overlapFinder, type Overlap } from '#lib/domain/catalogue/overlap.ts';
import { newId } from '#lib/server/ids.ts';
import { inChunks } from './in-chunks.ts';

/**
 * Compares entries with all others of the project, and opens, rescores or ends their overlaps. Part of the transaction
 * that changed their words; merged and retired entries overlap with nobody.
 */
export async function refreshOverlaps(
	db: Db,
	projectId: string,
	itemIds: readonly string[],
	now: Date
): Promise<void> {
	if (itemIds.length === 0) return;
	const entries = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.id as itemId', 'entry.tokens'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.state', 'not in', ['merged', 'retired'])
		.where('entry.tokens', '<>', '')
		.orderBy('item.id')
		.execute();
	const find = overlapFinder(entries);
	const at = now.toISOString();
	const known = await listKnown(db, projectId, itemIds);
	const opened = new Map<string, Insertable<EntryOverlap>>();
	for (const itemId of itemIds) {
		const found = new Map(find(itemId).map((one) => [one.itemId, one]));
		for (const row of known.get(itemId) ?? []) {
			const other = otherOf(row, itemId);
			await changeKnown(db, row, found.get(other), at);
			found.delete(other);
		}
		for (const one of found.values()) {
			if (overlapChange(undefined, one.score) !== 'open') continue;
			const row = newOverlap(projectId, itemId, one, at);
			opened.set(`${row.firstItemId} ${row.secondItemId}`, row);
		}
	}
	await inChunks([...opened.values()], (rows) => db.insertInto('entryOverlap').values(rows).execute());
}

type Known = Pick<EntryOverlap, 'id' | 'firstItemId' | 'secondItemId' | 'score' | 'goneAt' | 'decision'>;

function otherOf(pair: Pick<Known, 'firstItemId' | 'secondItemId'>, itemId: string): string {
	return pair.firstItemId === itemId ? pair.secondItemId : pair.firstItemId;
}

/** What is known of these entries, by each of them. */
async function listKnown(
	db: Db,
	projectId: string,
	itemIds: readonly string[]
): Promise<Map<string, Known[]>> {
	const known = new Map<string, Known[]>(itemIds.map((id) => [id, []]));
	const seen = new Set<string>();
	await inChunks(itemIds, async (ids) => {
		const rows = await db
			.selectFrom('entryOverlap')
			.select(['id', 'firstItemId', 'secondItemId', 'score', 'goneAt', 'decision'])
			.where('projectId', '=', projectId)
			.where((eb) => eb.or([eb('firstItemId', 'in', ids), eb('secondItemId', 'in', ids)]))
			.orderBy('id')
			.execute();
		for (const row of rows) {
			if (seen.has(row.id)) continue;
			seen.add(row.id);
			known.get(row.firstItemId)?.push(row);
			known.get(row.secondItemId)?.push(row);
		}
	});
	return known;
}

async function changeKnown(db: Db, row: Known, overlap: Overlap | undefined, at: string): Promise<void> {
	const change = overlapChange(row, overlap?.score ?? null);
	const said = overlap && { score: overlap.score, shared: JSON.stringify(overlap.shared) };
	const undecided = { decision: null, reason: null, decidedBy: null, decidedAt: null };
	const values =
		change === 'open' && said
			? { ...said, ...undecided, foundAt: at, goneAt: null }
			: change === 'rescore' && said
				? said
				: change === 'return'
					? { goneAt: null }
					: change === 'go'
						? { goneAt: at }
						: null;
	if (values) await db.updateTable('entryOverlap').set(values).where('id', '=', row.id).execute();
}

function newOverlap(
	projectId: string,
	itemId: string,
	{ itemId: other, score, shared }: Overlap,
	at: string
) {
	return {
		id: newId(),
		projectId,
		firstItemId: itemId < other ? itemId : other,
		secondItemId: itemId < other ? other : itemId,
		score,
		shared: JSON.stringify(shared),
		foundAt: at,
		goneAt: null,
		decision: null,
		reason: null,
		decidedBy: null,
		decidedAt: null
	};
}
