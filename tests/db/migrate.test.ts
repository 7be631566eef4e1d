import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, pendingMigrations } from '#db/migrate.server.ts';
import { migrations } from '#db/migrations/index.ts';
import { fold } from '#lib/domain/fold.ts';
import { inAnyScript } from '#lib/domain/latin.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { openEmptyDatabase, type TestDatabase } from '#tests/support/database.ts';

const first: Migration = {
	async up(db) {
		await db.schema
			.createTable('box_one')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.execute();
	}
};
const failing: Migration = {
	async up(db) {
		await db.schema.createTable('box_two').addColumn('id', 'text').execute();
		await db.insertInto('box_one').values({ id: 'half' }).execute();
		await sql`insert into no_such_table values (1)`.execute(db);
	}
};

let database: TestDatabase;

beforeEach(async () => {
	database = await openEmptyDatabase();
});

afterEach(() => database.close());

async function tables(): Promise<string[]> {
	return (await database.db.introspection.getTables()).map((table) => table.name);
}

test('an empty database is brought up to date, once', async () => {
	const names = Object.keys(migrations);
	expect(await pendingMigrations(database.db)).toEqual(names);
	expect(await migrate(database.db)).toEqual(names);
	expect(await pendingMigrations(database.db)).toEqual([]);
	expect(await migrate(database.db)).toEqual([]);
});

test('the migrations leave no row behind, so that a test can begin from nothing', async () => {
	await migrate(database.db);
	for (const name of await tables()) {
		const { rows } = await sql`select 1 from ${sql.table(name)}`.execute(database.db);
		expect(rows, name).toEqual([]);
	}
});

test('a failed migration leaves nothing half done, and says which one failed and why', async () => {
	await migrate(database.db, { '0001-first': first });
	await expect(migrate(database.db, { '0001-first': first, '0002-failing': failing })).rejects.toThrow(
		/0002-failing failed, nothing was changed: .*no_such_table/
	);
	expect(await tables()).toEqual(['box_one']);
	expect((await sql`select * from box_one`.execute(database.db)).rows).toEqual([]);
	expect(await pendingMigrations(database.db, { '0001-first': first, '0002-failing': failing })).toEqual([
		'0002-failing'
	]);
});

test('when one of several fails, none of them stays', async () => {
	await expect(migrate(database.db, { '0001-first': first, '0002-failing': failing })).rejects.toThrow(
		'0002-failing'
	);
	expect(await tables()).toEqual([]);
	expect(await migrate(database.db, { '0001-first': first })).toEqual(['0001-first']);
});

test('a database from a newer version of the program is refused', async () => {
	await migrate(database.db, { '0001-first': first, '0002-newer': { up: async () => undefined } });
	await expect(pendingMigrations(database.db, { '0001-first': first })).rejects.toThrow(
		'0002-newer is unknown here'
	);
	await expect(migrate(database.db, { '0001-first': first })).rejects.toThrow('0002-newer');
});

test('an installation from before the catalogue keeps its records, their references and their guards', async () => {
	const before = Object.entries(migrations).filter(([name]) => name < '0006');
	await migrate(database.db, Object.fromEntries(before));
	const { id: projectId } = await aProject(database.db);
	const { id: itemId } = await aDeliverable(database.db, { projectId });
	expect(await migrate(database.db)).toContain('0006-catalogue');

	expect(await database.db.selectFrom('deliverable').select('itemId').execute()).toEqual([{ itemId }]);
	const entry = sql`update item set kind = 'entry' where id = ${itemId}`;
	await entry.execute(database.db);
	const nonsense = sql`update item set kind = 'nonsense' where id = ${itemId}`;
	await expect(nonsense.execute(database.db)).rejects.toThrow();
	await expect(
		sql`update item set work_package_id = 'none' where id = ${itemId}`.execute(database.db)
	).rejects.toThrow();
	await sql`delete from item where id = ${itemId}`.execute(database.db);
	expect(await database.db.selectFrom('deliverable').select('itemId').execute()).toEqual([]);
});

test('entries of an installation that knew one script only are found in any', async () => {
	const before = Object.entries(migrations).filter(([name]) => name < '0026');
	await migrate(database.db, Object.fromEntries(before));
	const { id: projectId } = await aProject(database.db);
	const { id } = await aDeliverable(database.db, { projectId });
	const search = fold('Қазақстан: топырақ, Кәсіп, Ўқиш, Щебень');
	await sql`update item set kind = 'entry', search = ${search} where id = ${id}`.execute(database.db);
	await migrate(database.db);
	const row = await database.db.selectFrom('item').select('search').where('id', '=', id).executeTakeFirst();
	expect(row?.search).toBe(inAnyScript(search));
});
