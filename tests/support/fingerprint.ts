import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Db } from '#db/schema.ts';

/** What a refused attempt may leave: that it was made, and that somebody is signed in. */
const MAY_CHANGE: ReadonlySet<string> = new Set([
	'session',
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

/** SQLite counts the commits of others: the same number means that not one byte was written since. */
export async function countCommits(db: Db): Promise<number> {
	const { rows } = await sql<{ dataVersion: number }>`pragma data_version`.execute(db);
	return rows[0]?.dataVersion ?? 0;
}
