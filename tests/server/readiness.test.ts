import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectSqlite } from '#db/sqlite.server.ts';
import { connectPostgres } from '#db/postgres.server.ts';
import type { SqliteConnection } from '#db/connection.ts';
import { migrate } from '#db/migrate.server.ts';
import { openFileStore } from '#lib/server/files/store.ts';
import { listProblems } from '#lib/server/readiness.ts';

let folder: string;
let connection: SqliteConnection;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-ready-'));
	connection = await connectSqlite(folder);
	await openFileStore(folder);
});

afterEach(async () => {
	await connection.close();
	rmSync(folder, { recursive: true });
});

describe('a server', () => {
	test('is ready with a migrated database that waits for the disk', async () => {
		await migrate(connection.db);
		expect(await listProblems(connection)).toEqual([]);
	});

	test('is not ready while migrations are pending', async () => {
		expect(await listProblems(connection)).toContain('Migration 0001-identity is pending');
	});

	test('is not ready when SQLite no longer waits for the disk', async () => {
		await migrate(connection.db);
		await sql`pragma synchronous = normal`.execute(connection.db);
		expect(await listProblems(connection)).toEqual(['SQLite: synchronous is 1, expected 2']);
	});

	test('is not ready without its file store', async () => {
		await migrate(connection.db);
		rmSync(join(folder, 'files'), { recursive: true });
		expect(await listProblems(connection)).toEqual(['The file store cannot be written']);
	});

	test('says of a PostgreSQL out of reach neither where it is nor who asks', async () => {
		const unreachable = await connectPostgres('postgres://leslie:secret@127.0.0.1:1/leslie');
		expect(await listProblems(unreachable)).toEqual(['PostgreSQL cannot be reached or written']);
		await unreachable.close();
	});
});
