import type { Db } from '#db/schema.ts';
import { nextEntryNumber } from '#lib/domain/catalogue/entry-codes.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit, recordParts, type ActPart } from '#lib/server/audit.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { findEntryStart } from '#lib/server/queries/find-entry-start.ts';
import { listEditableEntries, type EditableEntry } from '#lib/server/queries/list-editable-entries.ts';
import { deriveEntry } from './derive-entry.ts';
import { inChunks } from './in-chunks.ts';
import { lockItems } from './lock-item.ts';
import { watchEntry } from './watch-entry.ts';

/** What writing an entry leads to, and who writes many in one transaction does once for all of them. */
export interface EntryWriting {
	/** An entry that nobody else changes until the transaction ends. */
	take: (db: Db, projectId: string, itemId: string) => Promise<EditableEntry | undefined>;
	/** Brings up to date what follows from the content. */
	derive: typeof deriveEntry;
	record: typeof recordAudit;
	/** Writes what `record` kept back: call it before something else is recorded. */
	flush: (db: Db, actor: Actor, now: Date) => Promise<void>;
	/** The number after all that codes with this beginning ever had. */
	nextNumber: (db: Db, projectId: string, prefix: string) => Promise<number>;
	/** Asked before an entry changes; the answer tells after it with whom the entry lies now. */
	watch: (db: Db, actor: Actor, item: PlacedEntry, now: Date) => Promise<(reason?: string) => Promise<void>>;
	findAlgorithm: typeof findAlgorithm;
	findEntryStart: typeof findEntryStart;
}

type PlacedEntry = Pick<EditableEntry['item'], 'id' | 'state'>;

export const ONE_ENTRY: EntryWriting = {
	async take(db, projectId, itemId) {
		await lockItems(db, projectId, [itemId]);
		return findEntryFacts(db, projectId, { id: itemId });
	},
	derive: deriveEntry,
	record: recordAudit,
	flush: () => Promise.resolve(),
	nextNumber,
	watch: watchEntry,
	findAlgorithm,
	findEntryStart
};

interface ManyEntries {
	writing: EntryWriting;
	/** Takes all these entries at once, each of which is written once. */
	hold: (db: Db, projectId: string, itemIds: readonly string[]) => Promise<void>;
	changedIds: ReadonlySet<string>;
	/** Tells with whom the changed entries lie, once they are derived. */
	tell: () => Promise<void>;
}

/**
 * Many entries in one transaction that holds the project: what belongs to it is looked up once, entries are read and
 * events written together, and the caller derives the changed entries at its end, flushes, tells, and records the whole.
 */
export function manyEntries(): ManyEntries {
	const changedIds = new Set<string>();
	const held = new Map<string, EditableEntry>();
	const numbers = new Map<string, number>();
	const watched: (() => Promise<void>)[] = [];
	let parts: ActPart[] = [];
	const writing: EntryWriting = {
		take: (_db, _projectId, itemId) => Promise.resolve(held.get(itemId)),
		derive: (_, itemId) => Promise.resolve(void changedIds.add(itemId)),
		record: (_db, _actor, act, record, _now, details) =>
			Promise.resolve(void parts.push({ act, record, ...(details && { details }) })),
		async flush(db, actor, now) {
			const kept = parts;
			parts = [];
			await recordParts(db, actor, kept, now);
		},
		async nextNumber(db, projectId, prefix) {
			const number = numbers.get(prefix) ?? (await nextNumber(db, projectId, prefix));
			numbers.set(prefix, number + 1);
			return number;
		},
		async watch(db, actor, item, now) {
			const tell = await watchEntry(db, actor, item, now, writing);
			return () => Promise.resolve(void watched.push(tell));
		},
		findAlgorithm: once(findAlgorithm),
		findEntryStart: once(findEntryStart)
	};
	async function hold(db: Db, projectId: string, itemIds: readonly string[]): Promise<void> {
		await inChunks(itemIds, async (ids) => {
			await lockItems(db, projectId, ids);
			for (const [id, entry] of await listEditableEntries(db, projectId, ids)) held.set(id, entry);
		});
	}
	async function tell(): Promise<void> {
		for (const one of watched) await one();
	}
	return { writing, hold, changedIds, tell };
}

/** A read that is asked the same thing again and again, of what nobody changes meanwhile. */
function once<Args extends readonly unknown[], Value>(read: (db: Db, ...args: Args) => Promise<Value>) {
	const known = new Map<string, Promise<Value>>();
	return (db: Db, ...args: Args): Promise<Value> => {
		const key = JSON.stringify(args);
		const value = known.get(key) ?? read(db, ...args);
		known.set(key, value);
		return value;
	};
}

async function nextNumber(db: Db, projectId: string, prefix: string): Promise<number> {
	const taken = await db
		.selectFrom('item')
		.select('code')
		.where('projectId', '=', projectId)
		.where('kind', '=', 'entry')
		.where('code', 'like', `${prefix}%`)
		.execute();
	return nextEntryNumber(
		prefix,
		taken.map(({ code }) => code)
	);
}
