import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUniqueViolation } from '#db/is-unique-violation.ts';
import { openTestDatabase, withDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;

beforeEach(async () => {
	database = await openTestDatabase();
});

afterEach(() => database.close());

function insertSetting(db: TestDatabase['db'], key: string) {
	return db.insertInto('setting').values({ key, value: '1' }).execute();
}

function countSettings(db: TestDatabase['db']) {
	return db
		.selectFrom('setting')
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
}

test('every test begins with an empty database', async () => {
	expect(await countSettings(database.db)).toEqual({ total: 0 });
	await insertSetting(database.db, 'left behind');
});

test('what the test before left behind is gone', async () => {
	expect(await countSettings(database.db)).toEqual({ total: 0 });
});

test('two databases open at once do not see each other', async () => {
	await insertSetting(database.db, 'mine');
	expect(await withDatabase((db) => countSettings(db))).toEqual({ total: 0 });
});

test('counts, sums, averages and big integers are numbers', async () => {
	const { rows } = await sql`
		select count(*) as counted, sum(n) as summed, avg(n) as averaged, max(big) as biggest
		from (select 1 as n, cast(5000000000 as bigint) as big union all select 2, 2) as numbers
	`.execute(database.db);
	expect(rows).toEqual([{ counted: 2, summed: 3, averaged: 1.5, biggest: 5_000_000_000 }]);
});

test('column names arrive in camel case', async () => {
	const { rows } = await sql`select 'x' as work_package_number`.execute(database.db);
	expect(rows).toEqual([{ workPackageNumber: 'x' }]);
});

test('a row that points to nothing is refused', async () => {
	const orphan = {
		id: 'link',
		personId: 'nobody',
		kind: 'reset' as const,
		createdBy: null,
		createdAt: '2026-01-01T00:00:00.000Z',
		expiresAt: '2026-01-02T00:00:00.000Z',
		usedAt: null
	};
	await expect(database.db.insertInto('oneTimeLink').values(orphan).execute()).rejects.toThrow(
		/foreign key/i
	);
});

test('a second row with the same key is a unique violation, and nothing else is', async () => {
	await insertSetting(database.db, 'twice');
	const again = await insertSetting(database.db, 'twice').catch((error: unknown) => error);
	expect(isUniqueViolation(again)).toBe(true);

	const missing = await sql`select * from no_such_table`
		.execute(database.db)
		.catch((error: unknown) => error);
	expect(missing).toBeInstanceOf(Error);
	expect(isUniqueViolation(missing)).toBe(false);
	expect(isUniqueViolation(undefined)).toBe(false);
});

test('a transaction that throws inside changes nothing', async () => {
	await expect(
		database.db.transaction().execute(async (db) => {
			await insertSetting(db, 'first');
			await insertSetting(db, 'second');
			throw new Error('refused');
		})
	).rejects.toThrow('refused');
	expect(await countSettings(database.db)).toEqual({ total: 0 });
});

test('a failed statement undoes the whole transaction, and the next one works', async () => {
	await expect(
		database.db.transaction().execute(async (db) => {
			await insertSetting(db, 'same');
			await insertSetting(db, 'same');
		})
	).rejects.toThrow();
	await database.db.transaction().execute((db) => insertSetting(db, 'later'));
	expect(await countSettings(database.db)).toEqual({ total: 1 });
});

test('a savepoint rolled back inside a transaction keeps what came before it', async () => {
	const transaction = await database.db.startTransaction().execute();
	await insertSetting(transaction, 'kept');
	const inner = await transaction.savepoint('inner').execute();
	await insertSetting(inner, 'dropped');
	const outer = await inner.rollbackToSavepoint('inner').execute();
	await insertSetting(outer, 'after');
	await outer.commit().execute();
	const rows = await database.db.selectFrom('setting').select('key').orderBy('key').execute();
	expect(rows).toEqual([{ key: 'after' }, { key: 'kept' }]);
});

test('transactions started together all happen, one after another where they touch the same row', async () => {
	await insertSetting(database.db, 'counter');
	await Promise.all(
		Array.from({ length: 8 }, () =>
			database.db.transaction().execute((db) =>
				db
					.updateTable('setting')
					.set({ value: sql`value || '1'` })
					.execute()
			)
		)
	);
	expect(await database.db.selectFrom('setting').select('value').execute()).toEqual([
		{ value: '1'.repeat(9) }
	]);
});
