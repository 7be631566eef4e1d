import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** Rows of every table, to see that a refusal changed nothing. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
	const tables = await db.introspection.getTables();
	const counts: Record<string, number> = {};
	for (const { name } of tables.sort((a, b) => a.name.localeCompare(b.name))) {
		if (name.startsWith('kysely_')) continue;
		const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
		counts[name] = Number(rows[0]?.n);
	}
	return counts;
}
