import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.server.ts';
import type { SqliteConnection } from '#db/connection.ts';
import { migrate } from '#db/migrate.server.ts';
import { connectSqlite, kyselyOnSqlite, SQLITE_FILE } from '#db/sqlite.server.ts';

let folder: string;
const opened: SqliteConnection[] = [];

async function open(): Promise<SqliteConnection> {
	const connection = await connectSqlite(folder);
	opened.push(connection);
	return connection;
}

async function pragma(connection: SqliteConnection, name: string): Promise<unknown> {
	const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(connection.db);
	return Object.values(rows[0] ?? {})[0];
}

beforeEach(() => {
	folder = join(mkdtempSync(join(tmpdir(), 'leslie-connect-')), 'data');
});

afterEach(async () => {
	for (const connection of opened.splice(0)) await connection.close();
	rmSync(join(folder, '..'), { recursive: true });
});

describe('SQLite in the data folder', () => {
	test('an empty DATABASE_URL opens it, in a folder only its owner can read', async () => {
		const connection = await connect({ databaseUrl: '', dataDir: folder });
		expect(connection.engine).toBe('sqlite');
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(statSync(join(folder, SQLITE_FILE)).isFile()).toBe(true);
		await connection.close();
	});

	test('an address of another kind is refused in words', async () => {
		await expect(connect({ databaseUrl: 'mysql://host/x', dataDir: folder })).rejects.toThrow('DATABASE_URL');
	});

	test('every commit reaches the disk: synchronous is FULL after the first write and after a reopen', async () => {
		const first = await open();
		await migrate(first.db);
		await first.db.insertInto('setting').values({ key: 'colour', value: 'blue' }).execute();
		expect(await pragma(first, 'synchronous')).toBe(2);
		await first.close();

		const second = await open();
		expect(await pragma(second, 'synchronous')).toBe(2);
		await second.db.updateTable('setting').set({ value: 'green' }).execute();
		expect(await pragma(second, 'synchronous')).toBe(2);
		expect(await pragma(second, 'journal_mode')).toBe('wal');
		expect(await pragma(second, 'foreign_keys')).toBe(1);
		expect(await pragma(second, 'busy_timeout')).toBe(5000);
	});

	test('the check is silent when all is well and names a setting that somebody changed', async () => {
		const connection = await open();
		expect(await connection.check()).toEqual([]);
		await sql`pragma synchronous = normal`.execute(connection.db);
		expect(await connection.check()).toEqual(['SQLite: synchronous is 1, expected 2']);
	});

	test('the check waits for a running transaction and does not join it', async () => {
		const connection = await open();
		await migrate(connection.db);
		let checked: Promise<string[]> | undefined;
		await expect(
			connection.db.transaction().execute(async (db) => {
				await db.insertInto('setting').values({ key: 'a', value: '1' }).execute();
				checked = connection.check();
				await db.selectFrom('setting').selectAll().execute();
				throw new Error('changed my mind');
			})
		).rejects.toThrow('changed my mind');
		expect(await checked).toEqual([]);
		expect(await connection.db.selectFrom('setting').selectAll().execute()).toEqual([]);
	});

	test('closing leaves one whole file, and closing again does no harm', async () => {
		const connection = await open();
		await migrate(connection.db);
		await connection.close();
		await connection.close();
		expect(statSync(join(folder, `${SQLITE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
	});

	test('a backup of the live file holds what was committed, also what came while it ran', async () => {
		const connection = await open();
		await migrate(connection.db);
		await connection.db.insertInto('setting').values({ key: 'before', value: '1' }).execute();
		const copy = join(folder, 'copy.sqlite');
		const backup = connection.backupTo(copy);
		await connection.db.insertInto('setting').values({ key: 'meanwhile', value: '2' }).execute();
		await backup;

		const restored = new BetterSqlite3(copy, { readonly: true });
		expect(restored.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(restored.prepare('select key from setting order by key').pluck().all()).toEqual([
			'before',
			'meanwhile'
		]);
		restored.close();
	});
});

describe('kept statements', () => {
	test('see a column that was added after they were prepared', async () => {
		const connection = await open();
		await sql`create table box (id text primary key)`.execute(connection.db);
		await sql`insert into box values ('a')`.execute(connection.db);
		const all = sql`select * from box`;
		expect((await all.execute(connection.db)).rows).toEqual([{ id: 'a' }]);
		await sql`alter table box add column colour_name text default 'red'`.execute(connection.db);
		expect((await all.execute(connection.db)).rows).toEqual([{ id: 'a', colourName: 'red' }]);
		await sql`alter table box drop column colour_name`.execute(connection.db);
		expect((await all.execute(connection.db)).rows).toEqual([{ id: 'a' }]);
		await sql`drop table box`.execute(connection.db);
		await expect(all.execute(connection.db)).rejects.toThrow('no such table');
	});

	test('are prepared once for one text, and again only after hundreds of others', async () => {
		const handle = new BetterSqlite3(':memory:');
		const prepared: string[] = [];
		const prepare = handle.prepare.bind(handle);
		handle.prepare = (text: string) => {
			prepared.push(text);
			return prepare(text);
		};
		const db = kyselyOnSqlite(handle);
		const ask = (number: number) => sql.raw(`select ${number} as number`).execute(db);
		for (const number of [1, 2, 1, 2, 1]) await ask(number);
		expect(prepared).toHaveLength(2);
		for (let number = 3; number <= 600; number++) await ask(number);
		expect(prepared).toHaveLength(600);
		await ask(600);
		expect(prepared).toHaveLength(600);
		expect((await ask(1)).rows).toEqual([{ number: 1 }]);
		expect(prepared).toHaveLength(601);
		await db.destroy();
	});
});
