import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { migrate } from '#db/migrate.server.ts';
import { connectPostgres } from '#db/postgres.server.ts';
import type { Db } from '#db/schema.ts';
import { EMPTY_EVERY_TABLE, LIST_TABLES } from './empty-tables.ts';

function urlOf(server: string, name: string): string {
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

interface OpenDatabase {
	db: Db;
	close(): Promise<void>;
}

async function administer(server: string, statement: string) {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}

/** Migrated and without a row; returns its address. */
export async function createPostgresDatabase(server: string, name: string): Promise<string> {
	await administer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
	const { db, close } = await connectPostgres(urlOf(server, name), 1);
	await migrate(db).finally(close);
	return urlOf(server, name);
}

/** A copy of a database that nobody is connected to; returns its address. */
export async function copyPostgresDatabase(server: string, template: string, name: string): Promise<string> {
	await administer(server, `create database ${name} template ${template}`);
	return urlOf(server, name);
}

export async function dropPostgresDatabase(server: string, name: string): Promise<void> {
	await administer(server, `drop database if exists ${name} with (force)`);
}

export function newDatabaseName(): string {
	return `leslie_test_${randomBytes(6).toString('hex')}`;
}

/** A new database from the template, dropped when it is closed. */
export async function openPostgresCopy(
	server: string,
	template: string,
	name = newDatabaseName()
): Promise<OpenDatabase> {
	const { db, close } = await connectPostgres(await copyPostgresDatabase(server, template, name), 4);
	return {
		db,
		async close() {
			await close();
			await dropPostgresDatabase(server, name);
		}
	};
}

const idle: (OpenDatabase & { tables: string })[] = [];

async function namesOfTables(db: Db): Promise<string> {
	const { rows } = await sql.raw<{ names: string }>(LIST_TABLES).execute(db);
	return rows[0]?.names ?? '';
}

async function isSuperuser(db: Db): Promise<boolean> {
	const { rows } = await sql<{ value: string }>`select current_setting('is_superuser') as value`.execute(db);
	return rows[0]?.value === 'on';
}

/** Making and dropping a database takes longer than most tests: one serves test after test, emptied between them. */
export async function openKeptPostgresCopy(server: string, template: string): Promise<OpenDatabase> {
	let copy = idle.pop();
	if (!copy) {
		const fresh = await openPostgresCopy(server, template, `${template}_${randomBytes(6).toString('hex')}`);
		// Only who may do everything there can put triggers to sleep.
		if (!(await isSuperuser(fresh.db))) return fresh;
		copy = { ...fresh, tables: await namesOfTables(fresh.db) };
	}
	const { db, tables, close } = copy;
	return {
		db,
		async close() {
			if (idle.length > 0 || (await namesOfTables(db)) !== tables) return close();
			await sql.raw(EMPTY_EVERY_TABLE).execute(db);
			idle.push({ db, tables, close });
		}
	};
}

/** The template of a run, and what its workers kept of it. */
export async function dropPostgresTemplate(server: string, template: string): Promise<void> {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	const { rows } = await client
		.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [template])
		.finally(() => client.end());
	for (const { datname } of rows) await dropPostgresDatabase(server, datname);
}
