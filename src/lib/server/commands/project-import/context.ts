import type { Db } from '#db/schema.ts';
import type { Citation } from '#db/schema/facts.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Problem } from '#lib/schemas/project-file/raw.ts';
import type { Source } from '#lib/schemas/project-file/fields.ts';
import { inChunks } from '#lib/server/commands/in-chunks.ts';
import { newId } from '#lib/server/ids.ts';

/** What the parts of an import share: where it goes, the ids behind the file's codes, and what is found wrong. */
export interface ImportContext {
	projectId: string;
	startOn: string;
	at: string;
	organisations: Map<string, string>;
	workPackages: Map<number, string>;
	items: Map<string, string>;
	citations: Citation[];
	problems: Problem[];
}

export interface Cited {
	origin: Origin;
	sources: readonly Source[];
}

export function cite(context: ImportContext, recordType: string, recordId: string, record: Cited): void {
	for (const source of record.sources)
		context.citations.push({
			id: newId(),
			projectId: context.projectId,
			recordType,
			recordId,
			field: source.field,
			origin: source.origin ?? record.origin,
			url: source.url,
			note: source.note
		});
}

export async function insertCitations(db: Db, context: ImportContext): Promise<void> {
	await inChunks(context.citations, (rows) => db.insertInto('citation').values(rows).execute());
}

/** The id behind a code that the checks of the file found to exist. */
export function idOf<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`nothing is known by ${String(key)}`);
	return id;
}

export function idOrNull<Key>(ids: ReadonlyMap<Key, string>, key: Key | null): string | null {
	return key === null ? null : idOf(ids, key);
}
