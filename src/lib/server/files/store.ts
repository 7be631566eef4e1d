import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#lib/server/ids.ts';

const DAY_MS = 86_400_000;

/** The content-addressed folder: `ab/cd/<sha256>`, and `incoming` for what is not complete yet. */
export interface FileStore {
	folder: string;
}

let opened: FileStore | undefined;

/** Opens the one file store of this process and removes what an interrupted upload left more than a day ago. */
export async function openFileStore(dataDir: string): Promise<FileStore> {
	const store = await makeFileStore(dataDir);
	for (const name of await listIncoming(store, DAY_MS)) await rm(join(incomingFolder(store), name));
	opened = store;
	return store;
}

export async function makeFileStore(dataDir: string): Promise<FileStore> {
	const store = { folder: join(dataDir, 'files') };
	await mkdir(incomingFolder(store), { recursive: true, mode: 0o700 });
	return store;
}

export function fileStore(): FileStore {
	if (!opened) throw new Error('the file store is not open yet');
	return opened;
}

export function pathOf(store: FileStore, sha256: string): string {
	return join(store.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export function newIncomingPath(store: FileStore): string {
	return join(incomingFolder(store), newId());
}

/** Puts complete, synced content in its place for good. The same content again replaces itself. */
export async function placeFile(store: FileStore, incoming: string, sha256: string): Promise<void> {
	const target = pathOf(store, sha256);
	const shard = dirname(target);
	const isNew = (await mkdir(shard, { recursive: true, mode: 0o700 })) !== undefined;
	await rename(incoming, target);
	await syncFolder(shard);
	if (!isNew) return;
	await syncFolder(dirname(shard));
	await syncFolder(store.folder);
}

/** Names in `incoming` that nobody wrote to for at least `olderThanMs`. */
export async function listIncoming(store: FileStore, olderThanMs: number): Promise<string[]> {
	const names: string[] = [];
	for (const name of await readdir(incomingFolder(store))) {
		const found = await stat(join(incomingFolder(store), name)).catch(unlessGone);
		if (found && Date.now() - found.mtimeMs >= olderThanMs) names.push(name);
	}
	return names;
}

/** What was placed or thrown away since the folder was listed is no problem. */
function unlessGone(problem: unknown): undefined {
	if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return;
	throw problem;
}

export function incomingFolder(store: FileStore): string {
	return join(store.folder, 'incoming');
}

export async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r');
	await folder.sync().finally(() => folder.close());
}
