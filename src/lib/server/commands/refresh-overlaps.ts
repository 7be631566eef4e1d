import type { Db } from '#db/schema.ts';
import { overlapChange, overlapFinder, type Overlap } from '#lib/domain/catalogue/overlap.ts';
import { newId } from '#lib/server/ids.ts';

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
	for (const itemId of itemIds) await writeOverlaps(db, projectId, itemId, find(itemId), now);
}

async function writeOverlaps(
	db: Db,
	projectId: string,
	itemId: string,
	overlaps: readonly Overlap[],
	now: Date
): Promise<void> {
	const found = new Map(overlaps.map((one) => [one.itemId, one]));
	const known = await db
		.selectFrom('entryOverlap')
		.select(['id', 'firstItemId', 'secondItemId', 'score', 'goneAt', 'decision'])
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('firstItemId', '=', itemId), eb('secondItemId', '=', itemId)]))
		.orderBy('id')
		.execute();
	const at = now.toISOString();

	for (const row of known) {
		const other = row.firstItemId === itemId ? row.secondItemId : row.firstItemId;
		const overlap = found.get(other);
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
		found.delete(other);
	}
	const fresh = [...found.values()].filter(({ score }) => overlapChange(undefined, score) === 'open');
	const rows = fresh.map(({ itemId: other, score, shared }) => ({
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
	}));
	if (rows.length > 0) await db.insertInto('entryOverlap').values(rows).execute();
}
