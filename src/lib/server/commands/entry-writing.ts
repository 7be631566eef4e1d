import type { Db } from '#db/schema.ts';
import { nextEntryNumber } from '#lib/domain/catalogue/entry-codes.ts';
import { recordAudit, recordPart } from '#lib/server/audit.ts';
import { deriveEntry } from './derive-entry.ts';

/** What writing an entry leads to, and who writes many in one transaction does once for all of them. */
export interface EntryWriting {
	/** Brings up to date what follows from the content. */
	derive: typeof deriveEntry;
	record: typeof recordAudit;
	/** The number after all that codes with this beginning ever had. */
	nextNumber: (db: Db, projectId: string, prefix: string) => Promise<number>;
}

export const ONE_ENTRY: EntryWriting = { derive: deriveEntry, record: recordAudit, nextNumber };

/**
 * Many entries in one transaction that holds the project: numbers are looked up once, and the caller derives the
 * changed entries at its end and records the whole.
 */
export function manyEntries(): { writing: EntryWriting; changedIds: ReadonlySet<string> } {
	const changedIds = new Set<string>();
	const numbers = new Map<string, number>();
	const writing: EntryWriting = {
		derive: (_, itemId) => Promise.resolve(void changedIds.add(itemId)),
		record: recordPart,
		async nextNumber(db, projectId, prefix) {
			const number = numbers.get(prefix) ?? (await nextNumber(db, projectId, prefix));
			numbers.set(prefix, number + 1);
			return number;
		}
	};
	return { writing, changedIds };
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
