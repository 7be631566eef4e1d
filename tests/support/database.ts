import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '#db/migrate.server.ts';
import type { Db } from '#db/schema.ts';
import { kyselyOnSqlite } from '#db/sqlite.server.ts';
import { testEngine, type TestEngine } from './engine.ts';
import { openEmptyPglite, openPglite } from './pglite-databases.ts';
import { openKeptPostgresCopy, openPostgresCopy } from './postgres-databases.ts';

export interface TestDatabase {
	db: Db;
	engine: TestEngine;
	close(): Promise<void>;
}

function postgresServer(): string {
	const url = process.env.TEST_DATABASE_SERVER;
	if (url === undefined)
		throw new Error('TEST_DATABASE_SERVER is missing: tests/support/global-setup.ts sets it');
	return url;
}

let sqliteTemplate: Promise<Buffer> | undefined;

async function createSqliteTemplate(): Promise<Buffer> {
	const handle = new BetterSqlite3(':memory:');
	await migrate(kyselyOnSqlite(handle));
	const template = handle.serialize();
	handle.close();
	return template;
}

function openSqlite(content: Buffer | ':memory:'): { db: Db; close(): Promise<void> } {
	const handle = new BetterSqlite3(content);
	handle.pragma('foreign_keys = ON');
	const db = kyselyOnSqlite(handle);
	return {
		db,
		async close() {
			await db.destroy();
			handle.close();
		}
	};
}

/** A migrated database without a row in it. Close it, or the engine keeps it until the worker ends. */
export async function openTestDatabase(): Promise<TestDatabase> {
	const engine = testEngine();
	if (engine === 'pglite') return { engine, ...(await openPglite(process.env.TEST_PGLITE_SNAPSHOT)) };
	if (engine === 'postgres') {
		const template = process.env.TEST_DATABASE_TEMPLATE ?? 'template1';
		return { engine, ...(await openKeptPostgresCopy(postgresServer(), template)) };
	}
	sqliteTemplate ??= createSqliteTemplate();
	return { engine, ...openSqlite(await sqliteTemplate) };
}

/** A database without any table, for tests of the migrations themselves. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
	const engine = testEngine();
	if (engine === 'pglite') return { engine, ...(await openEmptyPglite()) };
	if (engine === 'postgres') return { engine, ...(await openPostgresCopy(postgresServer(), 'template0')) };
	return { engine, ...openSqlite(':memory:') };
}

/** A migrated database without a row in it, closed when `use` has ended, however it ends. */
export async function withDatabase<T>(use: (db: Db, engine: TestEngine) => Promise<T>): Promise<T> {
	const { db, engine, close } = await openTestDatabase();
	return use(db, engine).finally(close);
}
