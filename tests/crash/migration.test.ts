import BetterSqlite3 from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { howOften } from '#tests/support/how-often.ts';

const FEW = 4;
const folder = mkdtempSync(join(tmpdir(), 'leslie-migration-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A process of its own, killed after so many statements, or let through. */
function migrate(file: string, killedAfter?: number) {
	const args = ['tests/crash/migrate-and-die.ts', file, String(killedAfter ?? 'never')];
	const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (signal === null && stdout === '') throw new Error(stderr);
	return { signal, statements: Number(stdout) };
}

function schemaOf(file: string): unknown[] {
	const handle = new BetterSqlite3(file);
	const query = 'select name, sql from sqlite_master where sql is not null order by type, name';
	const rows: unknown[] = handle.prepare(query).all();
	rows.push(handle.pragma('integrity_check'));
	handle.close();
	return rows;
}

/** Kysely makes the tables of its own list first. */
const isOurs = (row: unknown) => !JSON.stringify(row).includes('kysely_migration');
const NOTHING = [[{ integrity_check: 'ok' }]];

test('a migration killed after any of its statements left nothing or was through, and goes through the next time', () => {
	const whole = join(folder, 'whole');
	const { statements } = migrate(whole);
	const schema = schemaOf(whole);
	expect(schema.length).toBeGreaterThan(100);

	const kills = howOften('MIGRATION_KILLS', { few: FEW, many: statements });
	for (let count = 1; count <= kills; count++) {
		const after = Math.floor((count * (statements - 1)) / kills);
		const file = join(folder, `killed-${after}`);
		expect(migrate(file, after).signal, `after ${after} statements`).toBe('SIGKILL');
		expect([NOTHING, schema.filter(isOurs)], `after ${after} statements`).toContainEqual(
			schemaOf(file).filter(isOurs)
		);
		expect(migrate(file).signal).toBe(null);
		expect(schemaOf(file), `after ${after} statements`).toEqual(schema);
		rmSync(file);
		for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
	}
}, 3_600_000);
