import { existsSync } from 'node:fs';
import type { Db } from '#db/schema.ts';
import { hashFile } from './hash-file.ts';
import { pathOf, type FileStore } from './store.ts';

export interface DamagedFile {
	sha256: string;
	problem: 'missing' | 'changed';
}

/** Hashes every stored file anew. */
export async function listDamagedFiles(
	db: Db,
	store: FileStore
): Promise<{ count: number; damaged: DamagedFile[] }> {
	const files = await listStoredFiles(db);
	const damaged: DamagedFile[] = [];
	for (const { sha256 } of files) {
		const path = pathOf(store, sha256);
		if (!existsSync(path)) damaged.push({ sha256, problem: 'missing' });
		else if ((await hashFile(path)).sha256 !== sha256) damaged.push({ sha256, problem: 'changed' });
	}
	return { count: files.length, damaged };
}

/** What should lie in the store: everything but what was erased. */
export async function listStoredFiles(db: Db) {
	return db
		.selectFrom('storedFile')
		.select(['sha256', 'size'])
		.where('erasedAt', 'is', null)
		.orderBy('sha256')
		.execute();
}
