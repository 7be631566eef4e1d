import { sql, SqliteAdapter, type Kysely } from 'kysely';

interface Change {
	table: string;
	column: string;
	/** The check as it stands in the definition of the table, and the one that takes its place. */
	from: string;
	to: string;
}

/**
 * Gives a column another check. PostgreSQL changes the constraint; SQLite has to build the table anew under another
 * name, which is safe only because foreign keys rest while migrations run, and are all checked afterwards.
 */
export async function replaceCheck(db: Kysely<unknown>, change: Change): Promise<void> {
	if (db.getExecutor().adapter instanceof SqliteAdapter) await rebuildTable(db, change);
	else await replaceConstraint(db, change);
}

async function replaceConstraint(db: Kysely<unknown>, { table, column, to }: Change) {
	const name = sql.id(`${table}_${column}_check`);
	await sql`alter table ${sql.table(table)} drop constraint ${name}`.execute(db);
	await sql`alter table ${sql.table(table)} add constraint ${name} ${sql.raw(to)}`.execute(db);
}

/** Builds a table of SQLite anew with another text in its definition; what refers to it goes on referring to it. */
export async function rebuildTable(
	db: Kysely<unknown>,
	{ table, from, to }: Omit<Change, 'column'>
): Promise<void> {
	const { rows } = await sql<{ type: string; sql: string }>`
		select type, sql from sqlite_master
		where tbl_name = ${table} and sql is not null and type in ('table', 'index')`.execute(db);
	const definition = rows.find((row) => row.type === 'table')?.sql ?? '';
	if (!definition.includes(from)) throw new Error(`${table} has no ${from}`);

	const renamed = `${table}_rebuilt`;
	const rebuilt = definition
		.replace(from, () => to)
		.replace(/^create table "?\w+"?/i, `create table ${renamed}`);
	await sql.raw(rebuilt).execute(db);
	await sql`insert into ${sql.table(renamed)} select * from ${sql.table(table)}`.execute(db);
	await sql`drop table ${sql.table(table)}`.execute(db);
	await sql`alter table ${sql.table(renamed)} rename to ${sql.raw(table)}`.execute(db);
	for (const index of rows) if (index.type === 'index') await sql.raw(index.sql).execute(db);

	const { rows: broken } = await sql`pragma foreign_key_check`.execute(db);
	if (broken.length > 0) throw new Error(`${table}: ${broken.length} references broken`);
}
