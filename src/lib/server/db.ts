import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import type { Db } from '#db/schema.ts';

let connection: Connection | undefined;

/** Opens the one database of this process; called once at start. */
export async function openDatabase(options: { databaseUrl: string; dataDir: string }): Promise<Connection> {
	connection ??= await connect(options);
	return connection;
}

export function openConnection(): Connection {
	if (!connection) throw new Error('the database is not open yet');
	return connection;
}

/** For `page`, `action` and the hooks; commands and queries are given theirs. */
export function database(): Db {
	return openConnection().db;
}

export async function closeDatabase(): Promise<void> {
	await connection?.close();
	connection = undefined;
}
