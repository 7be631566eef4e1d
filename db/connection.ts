import type { Db } from './schema.ts';

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
