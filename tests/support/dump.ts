import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { listTables, type Row } from '#lib/server/backup/tables.ts';

/** Every row of every table, to compare databases; the note of the last backup apart. */
export async function dump(db: Db, engine: 'sqlite' | 'postgres'): Promise<Record<string, string[]>> {
	const content: Record<string, string[]> = {};
	for (const table of await listTables(db, engine)) {
		const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db.withoutPlugins());
		const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
		content[table] = lines.filter((line) => !line.includes('last-backup')).sort();
	}
	return content;
}
