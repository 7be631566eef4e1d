import BetterSqlite3 from 'better-sqlite3';
import { existsSync } from 'node:fs';

/** Brings a database into its one file, so that it can be moved. Throws while a server or another program has it open. */
export function settleSqliteFile(path: string): void {
	if (!existsSync(path)) return;
	const handle = new BetterSqlite3(path, { timeout: 500 });
	try {
		// Leaving the write-ahead log needs the database alone; opening it again turns the log back on.
		handle.pragma('journal_mode = DELETE');
	} catch (error) {
		throw new Error(`${path} is in use: stop the server first`, { cause: error });
	} finally {
		handle.close();
	}
}
