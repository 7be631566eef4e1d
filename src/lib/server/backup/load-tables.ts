import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import type { Db } from '#db/schema.ts';
import { SQLITE_FILE } from '#db/sqlite.server.ts';
import { copyWhole } from '#lib/server/files/copy-file.ts';
import { describeChains } from './describe.ts';
import { readJsonLines } from './json-lines.ts';
import { TABLES_FOLDER, type Manifest } from './manifest.ts';
import { countRows, insertRows, listMigrations, listTables, readRows, type Row } from './tables.ts';

type Source = (table: string) => AsyncIterable<Row[]>;

/** Fills an empty, migrated database from a backup of either engine: all of it and nothing else, or nothing. */
export async function loadTables(folder: string, manifest: Manifest, into: Connection): Promise<void> {
	if (manifest.engine === 'postgres')
		return fill(into, manifest, (table) => readJsonLines(join(folder, TABLES_FOLDER, `${table}.jsonl`)));
	const scratch = await mkdtemp(join(tmpdir(), 'leslie-restore-'));
	try {
		await copyWhole(join(folder, SQLITE_FILE), join(scratch, SQLITE_FILE));
		const from = await connect({ databaseUrl: '', dataDir: scratch });
		await fill(into, manifest, (table) => readRows(from.db, 'sqlite', table)).finally(() => from.close());
	} finally {
		await rm(scratch, { recursive: true });
	}
}

/** Throws unless a database holds what the manifest says: the same rows in number, the same chains, the same heads. */
export async function assertAsBackedUp(
	db: Db,
	engine: Connection['engine'],
	manifest: Manifest
): Promise<void> {
	const rows = await countRows(db, await listTables(db, engine));
	const wrong = Object.entries(manifest.rows).find(([table, count]) => rows[table] !== count);
	if (wrong)
		throw new Error(`Nothing was changed. Table ${wrong[0]} has not the ${wrong[1]} rows it should have`);
	const chains = await describeChains(db);
	if (!isDeepStrictEqual(chains, manifest.chains))
		throw new Error('Nothing was changed. The audit chains are not those of the backup');
}

async function fill({ db, engine }: Connection, manifest: Manifest, source: Source): Promise<void> {
	if (!isDeepStrictEqual(await listMigrations(db), manifest.migrations))
		throw new Error(
			`Nothing was changed. The backup is of ${manifest.product}: restore it with that version, then upgrade`
		);
	await db.transaction().execute(async (db) => {
		const tables = await listTables(db, engine);
		const used = Object.entries(await countRows(db, tables)).find(([, count]) => count > 0);
		if (used)
			throw new Error(`The database holds data already (${used[0]}): nothing was changed. Give an empty one`);
		for (const table of tables) for await (const rows of source(table)) await insertRows(db, table, rows);
		await assertAsBackedUp(db, engine, manifest);
	});
}
