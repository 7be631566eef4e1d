import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

type Engine = 'sqlite' | 'postgres';
/** A row by its column names as the database has them. */
export type Row = Record<string, string | number | null>;

const MOST_PARAMETERS = 30_000;

const REFERENCES = {
	sqlite: sql<{ child: string; parent: string }>`
		select m.name as child, f."table" as parent from sqlite_master m, pragma_foreign_key_list(m.name) f
		where m.type = 'table'`,
	postgres: sql<{ child: string; parent: string }>`
		select c.relname as child, p.relname as parent from pg_constraint k
		join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid where k.contype = 'f'`
};

/** The tables of the application; those that others refer to come first. */
export async function listTables(db: Db, engine: Engine): Promise<string[]> {
	const tables = await db.withoutPlugins().introspection.getTables({ withInternalKyselyTables: false });
	const names = tables.map((table) => table.name).sort();
	const { rows } = await REFERENCES[engine].execute(db);
	const ordered: string[] = [];
	const add = (name: string) => {
		if (ordered.includes(name)) return;
		for (const { child, parent } of rows) if (child === name && parent !== name) add(parent);
		ordered.push(name);
	};
	names.forEach(add);
	return ordered;
}

export async function countRows(db: Db, tables: readonly string[]): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const table of tables) {
		const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
		counts[table] = rows[0]?.n ?? 0;
	}
	return counts;
}

export async function listMigrations(db: Db): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
	return rows.map((row) => row.name);
}

/** All rows of a table in batches; on PostgreSQL inside a transaction, so that all tables are of one moment. */
export async function* readRows(db: Db, engine: Engine, table: string): AsyncGenerator<Row[]> {
	const raw = db.withoutPlugins();
	if (engine === 'postgres') {
		await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(raw);
		for (;;) {
			const { rows } = await sql<Row>`fetch 1000 from backup_rows`.execute(raw);
			if (rows.length === 0) break;
			yield rows;
		}
		await sql`close backup_rows`.execute(raw);
		return;
	}
	for (let after = 0; ; after += 1000) {
		const page = sql<Row>`select * from ${sql.table(table)} order by rowid limit 1000 offset ${after}`;
		const { rows } = await page.execute(raw);
		if (rows.length > 0) yield rows;
		if (rows.length < 1000) return;
	}
}

export async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
	const columns = Object.keys(rows[0] ?? {});
	const batch = Math.max(1, Math.floor(MOST_PARAMETERS / Math.max(1, columns.length)));
	const names = sql.join(columns.map((column) => sql.ref(column)));
	for (let start = 0; start < rows.length; start += batch) {
		const values = rows
			.slice(start, start + batch)
			.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
		await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(
			db.withoutPlugins()
		);
	}
}
