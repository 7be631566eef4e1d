import { connectPostgres } from './postgres.server.ts';
import type { Db } from './schema.ts';
import { connectSqlite } from './sqlite.server.ts';

interface AnyConnection {
	db: Db;
	version(): Promise<string>;
	/** Everything that keeps the database from working safely, as sentences; empty when all is well. */
	check(): Promise<string[]>;
	/** Waits for a running transaction, and may be called twice. */
	close(): Promise<void>;
}

export interface SqliteConnection extends AnyConnection {
	engine: 'sqlite';
	/** Copies the live database in small steps while the server goes on; the folder must exist. */
	backupTo(path: string): Promise<void>;
}

export interface PostgresConnection extends AnyConnection {
	engine: 'postgres';
}

export type Connection = SqliteConnection | PostgresConnection;

/** An empty `databaseUrl` means SQLite in `dataDir`, which is created if need be. */
export async function connect(options: { databaseUrl: string; dataDir: string }): Promise<Connection> {
	if (options.databaseUrl === '') return connectSqlite(options.dataDir);
	if (/^postgres(ql)?:\/\//.test(options.databaseUrl)) return connectPostgres(options.databaseUrl);
	throw new Error('DATABASE_URL must be empty (SQLite) or begin with postgres://');
}
