import { sql, SqliteAdapter } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { errorText } from './error-text.ts';
import { migrations } from './migrations/index.ts';
import type { Db } from './schema.ts';

type Migrations = Record<string, Migration>;

/** Migrations speak SQL's own snake_case names, so that they stay true when the application's plugins change. */
function migrator(db: Db, list: Migrations) {
	const provider: MigrationProvider = { getMigrations: async () => list };
	return new Migrator({ db: db.withoutPlugins(), provider });
}

/** SQLite cannot change a table that others refer to while it minds its foreign keys, nor stop inside a transaction. */
async function withForeignKeysAtRest<T>(db: Db, run: () => Promise<T>): Promise<T> {
	if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return run();
	await sql`pragma foreign_keys = off`.execute(db);
	try {
		return await run();
	} finally {
		await sql`pragma foreign_keys = on`.execute(db);
	}
}

/** Applies what is missing, all of it or nothing, and returns the names applied. */
export async function migrate(db: Db, list: Migrations = migrations): Promise<string[]> {
	const { error, results = [] } = await withForeignKeysAtRest(db, () => migrator(db, list).migrateToLatest());
	if (error !== undefined) {
		const failed = results.find((result) => result.status === 'Error')?.migrationName;
		throw new Error(
			`Migration ${failed === undefined ? '' : `${failed} `}failed, nothing was changed: ${errorText(error)}`,
			{
				cause: error
			}
		);
	}
	return results.map((result) => result.migrationName);
}

async function assertNoneUnknown(db: Db, list: Migrations) {
	const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
	const unknown = rows.map((row) => row.name).filter((name) => !Object.hasOwn(list, name));
	if (unknown.length > 0) {
		throw new Error(
			`The database comes from a newer version of this program: ${unknown.join(', ')} is unknown here`
		);
	}
}

/** The names still to apply; throws when the database is ahead of this program. */
export async function pendingMigrations(db: Db, list: Migrations = migrations): Promise<string[]> {
	const known = await migrator(db, list).getMigrations();
	const pending = known
		.filter((migration) => migration.executedAt === undefined)
		.map((migration) => migration.name);
	if (pending.length < known.length) await assertNoneUnknown(db, list);
	return pending;
}
