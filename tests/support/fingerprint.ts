import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { testEngine } from './engine.ts';

/** What a refused attempt may leave: that it was made, and that somebody is signed in and was here. */
const MAY_CHANGE: ReadonlySet<string> = new Set([
	'session',
	'project_visit',
	'audit_event',
	'audit_head',
	'sign_in_throttle',
	'kysely_migration_lock'
]);

/** A hash for each table that holds work of people. */
export async function fingerprint(db: Db): Promise<Record<string, string>> {
	const plain = db.withoutPlugins();
	const tables = await plain.introspection.getTables();
	const prints: Record<string, string> = {};
	for (const { name } of tables.filter((table) => !MAY_CHANGE.has(table.name))) {
		const { rows } = await sql`select * from ${sql.table(name)}`.execute(plain);
		const lines = rows.map((row) => JSON.stringify(row)).sort();
		prints[name] = createHash('sha256').update(lines.join('\n')).digest('base64');
	}
	return prints;
}

/** Moves with every commit of others (SQLite), with every byte of the log (PostgreSQL): unmoved, nothing was written. */
export async function lastWrite(db: Db): Promise<string> {
	const ask =
		testEngine() === 'postgres'
			? sql<{ mark: string }>`select pg_current_wal_insert_lsn()::text as mark`
			: sql<{ mark: string }>`select cast(data_version as text) as mark from pragma_data_version`;
	const { rows } = await ask.execute(db);
	return rows[0]?.mark ?? '';
}
