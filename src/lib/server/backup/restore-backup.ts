import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import { migrate } from '#db/migrate.server.ts';
import { settleSqliteFile } from '#db/sqlite-file.server.ts';
import { SQLITE_FILE } from '#db/sqlite.server.ts';
import { copyWhole } from '#lib/server/files/copy-file.ts';
import { newIncomingPath, makeFileStore, placeFile, syncFolder } from '#lib/server/files/store.ts';
import { checkBackup } from './check-backup.ts';
import { assertAsBackedUp, loadTables } from './load-tables.ts';
import { FILES_FOLDER, type Manifest } from './manifest.ts';

interface Target {
	dataDir: string;
	/** Empty: SQLite in the data folder. */
	databaseUrl: string;
	/** Put a data folder that is in use aside instead of refusing. */
	replace: boolean;
}

export interface Restored {
	manifest: Manifest;
	/** Where the data that was there before now lies. */
	aside: string | null;
}

/** Checks a whole backup, builds the database of it and checks that, and only then puts it in place. */
export async function restoreBackup(folder: string, target: Target, now: Date): Promise<Restored> {
	const manifest = await checkBackup(folder);
	await mkdir(target.dataDir, { recursive: true, mode: 0o700 });
	return target.databaseUrl === ''
		? restoreToFolder(folder, manifest, target, now)
		: restoreToServer(folder, manifest, target);
}

async function restoreToFolder(
	folder: string,
	manifest: Manifest,
	{ dataDir, replace }: Target,
	now: Date
): Promise<Restored> {
	const isUsed = await holdsData(dataDir);
	if (isUsed && !replace)
		throw new Error(`${dataDir} holds data already: nothing was changed. Add --replace to put it aside`);
	const staging = await mkdtemp(join(dataDir, '.restoring-'));
	try {
		await buildDatabase(folder, manifest, staging);
		await copyFiles(folder, manifest, staging);
		settleSqliteFile(join(dataDir, SQLITE_FILE));
		const aside = isUsed ? await putAside(dataDir, now) : null;
		await rm(join(dataDir, FILES_FOLDER), { recursive: true, force: true });
		for (const name of await readdir(staging)) await rename(join(staging, name), join(dataDir, name));
		await syncFolder(dataDir);
		return { manifest, aside };
	} finally {
		await rm(staging, { recursive: true });
	}
}

async function buildDatabase(folder: string, manifest: Manifest, staging: string): Promise<void> {
	if (manifest.engine === 'sqlite') await copyWhole(join(folder, SQLITE_FILE), join(staging, SQLITE_FILE));
	const built = await connect({ databaseUrl: '', dataDir: staging });
	try {
		if (manifest.engine === 'sqlite') await assertAsBackedUp(built.db, 'sqlite', manifest);
		await migrate(built.db);
		if (manifest.engine === 'postgres') await loadTables(folder, manifest, built);
	} finally {
		await built.close();
	}
}

/** Each file is hashed again as it arrives, in case the backup changed since it was checked. */
async function copyFiles(folder: string, manifest: Manifest, dataDir: string): Promise<void> {
	const store = await makeFileStore(dataDir);
	for (const [name, { sha256 }] of Object.entries(manifest.files)) {
		if (!name.startsWith(`${FILES_FOLDER}/`)) continue;
		const incoming = newIncomingPath(store);
		const copied = await copyWhole(join(folder, name), incoming);
		if (copied.sha256 !== sha256) throw new Error(`${name} changed while it was read`);
		await placeFile(store, incoming, name.slice(name.lastIndexOf('/') + 1));
	}
}

async function restoreToServer(folder: string, manifest: Manifest, target: Target): Promise<Restored> {
	const connection: Connection = await connect(target);
	try {
		await migrate(connection.db);
		// Content lies under its hash: files added to a store change nothing until the database knows them.
		await copyFiles(folder, manifest, target.dataDir);
		await loadTables(folder, manifest, connection);
		return { manifest, aside: null };
	} finally {
		await connection.close();
	}
}

async function holdsData(dataDir: string): Promise<boolean> {
	if (existsSync(join(dataDir, SQLITE_FILE))) return true;
	const store = join(dataDir, FILES_FOLDER);
	if (!existsSync(store)) return false;
	const entries = await readdir(store, { recursive: true, withFileTypes: true });
	return entries.some((entry) => entry.isFile());
}

async function putAside(dataDir: string, now: Date): Promise<string> {
	const aside = join(dataDir, `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
	await mkdir(aside, { mode: 0o700 });
	for (const name of [SQLITE_FILE, `${SQLITE_FILE}-wal`, `${SQLITE_FILE}-shm`, FILES_FOLDER])
		if (existsSync(join(dataDir, name))) await rename(join(dataDir, name), join(aside, name));
	await syncFolder(aside);
	return aside;
}
