import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '#db/migrate.server.ts';
import { kyselyOnSqlite } from '#db/sqlite.server.ts';

/** Migrates the given file and is killed after so many statements; prints how many there were when it comes through. */
const [, , file = '', after = 'never'] = process.argv;
const handle = new BetterSqlite3(file);
handle.pragma('journal_mode = WAL');
handle.pragma('synchronous = FULL');

let run = 0;
const prepare = handle.prepare.bind(handle);
Object.defineProperty(handle, 'prepare', {
	value(sql: string) {
		if (run++ === Number(after)) process.kill(process.pid, 'SIGKILL');
		return prepare(sql);
	}
});
await migrate(kyselyOnSqlite(handle));
process.stdout.write(String(run));
