import { readdir } from 'node:fs/promises';
import type { Db } from '#db/schema.ts';
import { listIncoming, type FileStore } from './store.ts';
import { listStoredFiles } from './verify-files.ts';

const DAY_MS = 86_400_000;

/** Names in the store against rows in the database, without reading a byte of content. */
export async function countStrays(db: Db, store: FileStore) {
	const entries = await readdir(store.folder, { recursive: true, withFileTypes: true });
	const present = new Set(
		entries.filter((entry) => /^[0-9a-f]{64}$/.test(entry.name)).map(({ name }) => name)
	);
	const known = new Set((await listStoredFiles(db)).map(({ sha256 }) => sha256));
	return {
		known: known.size,
		missing: known.difference(present).size,
		/** Left by a crash between storing a file and the change that would have named it; harmless. */
		unknown: present.difference(known).size,
		abandoned: (await listIncoming(store, DAY_MS)).length
	};
}
