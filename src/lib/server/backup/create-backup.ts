import { createWriteStream } from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import type { Db } from '#db/schema.ts';
import { SQLITE_FILE } from '#db/sqlite.server.ts';
import { copyWhole } from '#lib/server/files/copy-file.ts';
import { hashFile } from '#lib/server/files/hash-file.ts';
import { pathOf, syncFolder, type FileStore } from '#lib/server/files/store.ts';
import { describeDatabase } from './describe.ts';
import { FILES_FOLDER, TABLES_FOLDER, writeManifest, type Manifest } from './manifest.ts';
import { readRows } from './tables.ts';

type Described = Awaited<ReturnType<typeof describeDatabase>>;
type Files = Manifest['files'];

export const LAST_BACKUP = 'last-backup';

/**
 * Writes one consistent set into a new folder: the database as of one moment, and every file it knows. The folder appears
 * under its name only when it is complete. The server may go on meanwhile.
 */
export async function createBackup(
	connection: Connection,
	store: FileStore,
	target: string,
	about: { product: string; now: Date }
): Promise<Manifest> {
	if (existsSync(target) && (await readdir(target)).length > 0) throw new Error(`${target} is not empty`);
	const partial = `${target}.partial`;
	if (existsSync(partial)) throw new Error(`${partial} is left from an interrupted backup: remove it first`);
	await mkdir(partial, { recursive: true, mode: 0o700 });
	const manifest = await fill(connection, store, partial, about).catch(async (error: unknown) => {
		await rm(partial, { recursive: true });
		throw error;
	});
	await rename(partial, target);
	await syncFolder(dirname(target));
	await noteBackup(connection.db, about.now);
	return manifest;
}

async function fill(
	connection: Connection,
	store: FileStore,
	folder: string,
	{ product, now }: { product: string; now: Date }
): Promise<Manifest> {
	const files: Files = {};
	const described =
		connection.engine === 'sqlite'
			? await copySqlite(connection, folder, files)
			: await dumpTables(connection.db, folder, files);
	const damaged = await copyStored(described.stored, store, folder, files);
	const { migrations, rows, chains } = described;
	const manifest: Manifest = {
		format: 1,
		product,
		createdAt: now.toISOString(),
		engine: connection.engine,
		migrations,
		rows,
		chains,
		damaged,
		files
	};
	await writeManifest(folder, manifest);
	await syncFolder(folder);
	return manifest;
}

async function copySqlite(
	connection: Extract<Connection, { engine: 'sqlite' }>,
	folder: string,
	files: Files
): Promise<Described> {
	await connection.backupTo(join(folder, SQLITE_FILE));
	const copy = await connect({ databaseUrl: '', dataDir: folder });
	const described = await describeDatabase(copy.db, 'sqlite').finally(() => copy.close());
	await syncFile(join(folder, SQLITE_FILE));
	files[SQLITE_FILE] = await hashFile(join(folder, SQLITE_FILE));
	return described;
}

async function dumpTables(db: Db, folder: string, files: Files): Promise<Described> {
	await mkdir(join(folder, TABLES_FOLDER));
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (db) => {
			const described = await describeDatabase(db, 'postgres');
			for (const table of described.tables) {
				const name = `${TABLES_FOLDER}/${table}.jsonl`;
				await pipeline(linesOf(db, table), createWriteStream(join(folder, name), { flush: true }));
				files[name] = await hashFile(join(folder, name));
			}
			return described;
		});
}

async function* linesOf(db: Db, table: string): AsyncGenerator<string> {
	for await (const rows of readRows(db, 'postgres', table))
		yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** A file that is already lost or changed does not stand in the way of saving the others; the manifest names it. */
async function copyStored(
	stored: Described['stored'],
	store: FileStore,
	folder: string,
	files: Files
): Promise<Manifest['damaged']> {
	const damaged: Manifest['damaged'] = [];
	for (const { sha256 } of stored) {
		const from = pathOf(store, sha256);
		if (!existsSync(from)) {
			damaged.push({ sha256, problem: 'missing' });
			continue;
		}
		const to = pathOf({ folder: join(folder, FILES_FOLDER) }, sha256);
		const copied = await copyWhole(from, to);
		if (copied.sha256 !== sha256) damaged.push({ sha256, problem: 'changed' });
		files[relative(folder, to)] = copied;
	}
	return damaged;
}

async function syncFile(path: string): Promise<void> {
	const file = await open(path, 'r');
	await file.sync().finally(() => file.close());
}

async function noteBackup(db: Db, now: Date): Promise<void> {
	const value = now.toISOString();
	await db
		.insertInto('setting')
		.values({ key: LAST_BACKUP, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
}
