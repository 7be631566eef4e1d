import { PGlite, types } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect } from 'kysely';
import { readFile } from 'node:fs/promises';
import { migrate } from '#db/migrate.server.ts';
import type { Db, Schema } from '#db/schema.ts';
import { EMPTY_EVERY_TABLE, LIST_TABLES } from './empty-tables.ts';

/** The same numbers as through `pg` in `db/postgres.server.ts`. */
const parsers = { [types.INT8]: Number, [types.NUMERIC]: Number };

interface Instance {
	pglite: PGlite;
	db: Db;
	tables: string;
}

const idle: Instance[] = [];

async function tablesOf(pglite: PGlite): Promise<string> {
	const { rows } = await pglite.query<{ names: string }>(LIST_TABLES);
	return rows[0]?.names ?? '';
}

function kyselyOnPglite(pglite: PGlite): Db {
	return new Kysely<Schema>({
		dialect: new PGliteDialect({ pglite }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
}

export async function openEmptyPglite(): Promise<{ db: Db; close(): Promise<void> }> {
	const pglite = await PGlite.create({ parsers });
	return { db: kyselyOnPglite(pglite), close: () => pglite.close() };
}

/** A migrated database as a file, so that the workers need not each create and migrate their own. */
export async function createPgliteSnapshot(): Promise<Uint8Array> {
	const pglite = await PGlite.create({ parsers });
	await migrate(kyselyOnPglite(pglite));
	const snapshot = await pglite.dumpDataDir('none');
	await pglite.close();
	return new Uint8Array(await snapshot.arrayBuffer());
}

async function createInstance(snapshotFile: string | undefined): Promise<Instance> {
	const pglite =
		snapshotFile === undefined
			? await PGlite.create({ parsers })
			: await PGlite.create({ parsers, loadDataDir: new Blob([await readFile(snapshotFile)]) });
	const db = kyselyOnPglite(pglite);
	if (snapshotFile === undefined) await migrate(db);
	return { pglite, db, tables: await tablesOf(pglite) };
}

/** One instance (700 MB) serves one test after another; a second one lives only while the first is in use. */
export async function openPglite(
	snapshotFile: string | undefined
): Promise<{ db: Db; close(): Promise<void> }> {
	const instance = idle.pop() ?? (await createInstance(snapshotFile));
	return {
		db: instance.db,
		async close() {
			const changed = (await tablesOf(instance.pglite)) !== instance.tables;
			if (changed || idle.length > 0) return instance.pglite.close();
			await instance.pglite.exec(EMPTY_EVERY_TABLE);
			idle.push(instance);
		}
	};
}
