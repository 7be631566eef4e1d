import { rmSync } from 'node:fs';
import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { ReceivedFile } from './received-file.ts';
import type { IncomingFile } from './receive-file.ts';
import { storeReason } from './store-reason.ts';
import { pathOf, placeFile, type FileStore } from './store.ts';

/** How many requests of this process rely on content right now, by SHA-256. */
const held = new Map<string, number>();

/**
 * Puts files in their place for as long as `run` takes, and for good if the database then knows them. What a refusal left
 * without a row is removed, unless another request brings the same content at this moment.
 */
export async function keepFiles<T>(
	db: Db,
	store: FileStore,
	incoming: readonly IncomingFile[],
	run: (files: ReceivedFile[]) => Promise<T>
): Promise<T> {
	const files = incoming.map(({ file }) => file);
	for (const { sha256 } of files) held.set(sha256, (held.get(sha256) ?? 0) + 1);
	try {
		for (const { path, file } of incoming)
			await placeFile(store, path, file.sha256).catch((problem: unknown) => {
				throw new Refusal([storeReason(problem)]);
			});
		return await run(files);
	} finally {
		for (const { sha256 } of files) release(sha256);
		for (const { sha256 } of files) await removeUnknown(db, store, sha256);
	}
}

function release(sha256: string): void {
	const others = (held.get(sha256) ?? 1) - 1;
	if (others === 0) held.delete(sha256);
	else held.set(sha256, others);
}

async function removeUnknown(db: Db, store: FileStore, sha256: string): Promise<void> {
	const known = await db
		.selectFrom('storedFile')
		.select('sha256')
		.where('sha256', '=', sha256)
		.executeTakeFirst();
	// Asked and done in one go: nobody can begin to rely on the content in between.
	if (!known && !held.has(sha256)) rmSync(pathOf(store, sha256), { force: true });
}
