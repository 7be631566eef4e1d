import type { Db, Schema } from '#db/schema.ts';

/** Everything in some tables, to see that a refusal changed nothing. */
export async function contentsOf(db: Db, tables: readonly (keyof Schema)[]): Promise<string> {
	const contents: unknown[] = [];
	for (const table of tables) contents.push([table, await db.selectFrom(table).selectAll().execute()]);
	return JSON.stringify(contents);
}
