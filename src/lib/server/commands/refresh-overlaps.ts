import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryOverlap } from '#db/schema/catalogue.ts';
import { isByField, overlapTokens } from '#lib/domain/catalogue/overlap-words.ts';
import {
	overlapChange,
	overlapFinder,
	type EntryTokens,
	type Overlap
} from '#lib/domain/catalogue/overlap.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';
import { newId } from '#lib/server/ids.ts';
import { inChunks } from './in-chunks.ts';

/**
 * Compares entries with all others of the project, and opens, rescores or ends their overlaps. Part of the transaction
 * that changed their words, or from how many per cent on they are alike; merged and retired entries overlap with nobody.
 */
export async function refreshOverlaps(
	db: Db,
	projectId: string,
	which: readonly string[] | 'all',
	{ overlapPercent }: { overlapPercent: number },
	now: Date
): Promise<void> {
	if (which.length === 0) return;
	const kept = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.id as itemId', 'entry.tokens'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.state', 'not in', ['merged', 'retired'])
		.where('entry.tokens', '<>', '')
		.orderBy('item.id')
		.execute();
	const entries = await readAnew(db, kept);
	const itemIds = which === 'all' ? entries.map(({ itemId }) => itemId) : which;
	const from = overlapPercent / 100;
	const find = overlapFinder(entries, from);
	const at = now.toISOString();
	const known = await listKnown(db, projectId, itemIds);
	const opened = new Map<string, Insertable<EntryOverlap>>();
	for (const itemId of itemIds) {
		const found = new Map(find(itemId).map((one) => [one.itemId, one]));
		for (const row of known.get(itemId) ?? []) {
			const other = otherOf(row, itemId);
			await changeKnown(db, row, found.get(other), { from, at });
			found.delete(other);
		}
		for (const one of found.values()) {
			if (overlapChange(undefined, one.score, from) !== 'open') continue;
			const row = newOverlap(projectId, itemId, one, at);
			opened.set(`${row.firstItemId} ${row.secondItemId}`, row);
		}
	}
	await inChunks([...opened.values()], (rows) => db.insertInto('entryOverlap').values(rows).execute());
}

/** Words that were kept before they stood by field and language are brought up to date, once. */
async function readAnew(db: Db, kept: readonly EntryTokens[]): Promise<EntryTokens[]> {
	const anew = new Map<string, string>();
	const old = kept.filter(({ tokens }) => !isByField(tokens)).map(({ itemId }) => itemId);
	await inChunks(old, async (ids) => {
		const elements = await db
			.selectFrom('entryElement')
			.select(['itemId', 'element', 'standing', 'value', 'reason'])
			.where('itemId', 'in', ids)
			.where('element', 'in', ['title', 'learning-outcomes', 'description'])
			.where('untilAt', 'is', null)
			.orderBy('itemId')
			.orderBy('element')
			.execute();
		for (const [itemId, own] of Map.groupBy(elements, (one) => one.itemId))
			anew.set(itemId, overlapTokens(parseContent(own)));
	});
	for (const [itemId, tokens] of anew)
		await db.updateTable('entry').set({ tokens }).where('itemId', '=', itemId).execute();
	return kept.map(({ itemId, tokens }) => ({ itemId, tokens: anew.get(itemId) ?? tokens }));
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

async function changeKnown(
	db: Db,
	row: Known,
	overlap: Overlap | undefined,
	{ from, at }: { from: number; at: string }
): Promise<void> {
	const change = overlapChange(row, overlap?.score ?? null, from);
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
