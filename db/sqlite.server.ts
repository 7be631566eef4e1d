import BetterSqlite3 from 'better-sqlite3';
import { CamelCasePlugin, CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, SqliteDatabase, SqliteDialectConfig } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteConnection } from './connection.ts';
import { errorText } from './error-text.ts';
import { isAtLeast } from './is-at-least.ts';
import type { Db, Schema } from './schema.ts';

export const SQLITE_FILE = 'database.sqlite';
/** Older ones can lose a commit while the write-ahead log restarts. */
const OLDEST_SQLITE = '3.51.3';
const SYNCHRONOUS_FULL = 2;
const KEPT_STATEMENTS = 500;
/** Marks the file as ours: "LESL" in ASCII. */
const APPLICATION_ID = 0x4c45534c;

/** Kysely's driver, except that a transaction takes the write lock at once instead of failing half-way. */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

/** SQLite rolls back DDL; Kysely's own adapter says it does not, and leaves a failed migration half done. */
class TransactionalDdlAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl() {
		return true;
	}
}

class Dialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;

	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver() {
		return new ImmediateDriver(this.#config);
	}

	override createAdapter() {
		return new TransactionalDdlAdapter();
	}
}

/** Keeps the most recently used prepared statements; SQLite recompiles them itself after a schema change. */
function withStatementCache(handle: BetterSqlite3.Database): SqliteDatabase {
	const kept = new Map<string, BetterSqlite3.Statement>();
	return {
		prepare(sql) {
			const statement = kept.get(sql) ?? handle.prepare(sql);
			kept.delete(sql);
			kept.set(sql, statement);
			if (kept.size > KEPT_STATEMENTS) {
				for (const oldest of kept.keys()) {
					kept.delete(oldest);
					break;
				}
			}
			return statement;
		},
		close() {
			kept.clear();
			handle.close();
		}
	};
}

export function kyselyOnSqlite(handle: BetterSqlite3.Database): Db {
	return new Kysely<Schema>({
		dialect: new Dialect({ database: withStatementCache(handle) }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
}

/** A real commit: finds a full disk, a read-only file, and a lock that another process holds. */
function write(handle: BetterSqlite3.Database) {
	handle.pragma(`application_id = ${APPLICATION_ID}`);
}

function settingProblems(handle: BetterSqlite3.Database): string[] {
	const expected = { synchronous: SYNCHRONOUS_FULL, journal_mode: 'wal', foreign_keys: 1 };
	return Object.entries(expected).flatMap(([name, value]) => {
		const actual = handle.pragma(name, { simple: true });
		return actual === value ? [] : [`SQLite: ${name} is ${String(actual)}, expected ${value}`];
	});
}

function sqliteVersion(handle: BetterSqlite3.Database): string {
	return String(handle.prepare('select sqlite_version()').pluck().get());
}

function versionProblems(version: string): string[] {
	return isAtLeast(version, OLDEST_SQLITE)
		? []
		: [`SQLite ${version} can lose committed changes, ${OLDEST_SQLITE} or newer is needed`];
}

export async function connectSqlite(dataDir: string): Promise<SqliteConnection> {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const handle = new BetterSqlite3(join(dataDir, SQLITE_FILE), { timeout: 5000 });
	handle.pragma('journal_mode = WAL');
	handle.pragma('foreign_keys = ON');
	handle.pragma('synchronous = FULL');
	// The driver is compiled to fall back to NORMAL in WAL mode, and shows that only after a write.
	write(handle);

	const problems = [...versionProblems(sqliteVersion(handle)), ...settingProblems(handle)];
	if (problems.length > 0) {
		handle.close();
		throw new Error(problems.join('; '));
	}

	const db = kyselyOnSqlite(handle);
	/** Waits for a running transaction first: there is one connection, and `run` must not join a stranger's. */
	const alone = <T>(run: () => T) => db.connection().execute(async () => run());
	let closed: Promise<void> | undefined;

	return {
		engine: 'sqlite',
		db,
		version: async () => `SQLite ${sqliteVersion(handle)}`,
		check: () =>
			alone(() => {
				write(handle);
				return settingProblems(handle);
			}).catch((error: unknown) => [`SQLite: ${errorText(error)}`]),
		async backupTo(path) {
			await handle.backup(path);
		},
		close() {
			closed ??= alone(() => handle.pragma('wal_checkpoint(TRUNCATE)')).then(() => db.destroy());
			return closed;
		}
	};
}
