import type { Connection } from './connection.ts';
import { connectPostgres } from './postgres.server.ts';

import { connectSqlite } from './sqlite.server.ts';

/** An empty `databaseUrl` means SQLite in `dataDir`, which is created if need be. */
export async function connect(options: { databaseUrl: string; dataDir: string }): Promise<Connection> {
	if (options.databaseUrl === '') return connectSqlite(options.dataDir);
	if (/^postgres(ql)?:\/\//.test(options.databaseUrl)) return connectPostgres(options.databaseUrl);
	throw new Error('DATABASE_URL must be empty (SQLite) or begin with postgres://');
}
