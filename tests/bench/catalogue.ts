import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

const ENTRIES = 5000;
const REQUESTS = 60;
const CHUNK = 200;
const PAGES = [
	'/leslie/catalogue/gaps',
	'/leslie/catalogue/gaps?group=theme',
	'/leslie/catalogue/gaps?element=workload',
	'/leslie/catalogue/gaps?on=2026-05-15',
	'/leslie/catalogue/owed',
	'/leslie/catalogue/coverage',
	'/leslie/catalogue'
];

/** One request after the other, each of an address of its own, so that none is answered from memory. */
async function p95(server: DemoServer, page: string, cookie: string): Promise<number> {
	const times: number[] = [];
	for (let count = 0; count < REQUESTS; count++) {
		const since = performance.now();
		const address = `${page}${page.includes('?') ? '&' : '?'}fresh=${newId()}`;
		const { status } = await server.http.send(address, { cookie });
		if (status !== 200) throw new Error(`${page} answers ${status}`);
		times.push(performance.now() - since);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** Copies of the demonstration's entries, with their elements, gaps and history, until there are so many. */
async function grow(db: Db): Promise<number> {
	const entries = await db.selectFrom('item').selectAll().where('kind', '=', 'entry').execute();
	const [steps, details, elements, tags, gaps] = [
		await db.selectFrom('entryStep').selectAll().execute(),
		await db.selectFrom('entry').selectAll().execute(),
		await db.selectFrom('entryElement').selectAll().execute(),
		await db.selectFrom('entryTag').selectAll().execute(),
		await db.selectFrom('entryGap').selectAll().execute()
	] as const;
	let made = entries.length;
	while (made < ENTRIES) {
		await db.transaction().execute(async (db) => {
			for (let count = 0; count < CHUNK && made < ENTRIES; count++, made++) {
				const model = entries[made % entries.length];
				if (!model) throw new Error('The demonstration has no entries');
				const itemId = newId();
				const own = <R extends { itemId: string }>(rows: readonly R[]) =>
					rows.filter((row) => row.itemId === model.id).map((row) => ({ ...row, itemId }));
				const named = <R extends { id: string; itemId: string }>(rows: readonly R[]) =>
					own(rows).map((row) => ({ ...row, id: newId() }));
				const code = `${model.code.replace(/\d+$/, '')}${1000 + made}`;
				await db
					.insertInto('item')
					.values({ ...model, id: itemId, code, position: made })
					.execute();
				await db.insertInto('entry').values(own(details)).execute();
				await db.insertInto('entryStep').values(named(steps)).execute();
				await db.insertInto('entryElement').values(own(elements)).execute();
				if (own(tags).length > 0) await db.insertInto('entryTag').values(own(tags)).execute();
				if (own(gaps).length > 0) await db.insertInto('entryGap').values(named(gaps)).execute();
			}
		});
	}
	return entries.length;
}

const server = await startDemoServer();
const { db } = server.connection;
const cookie = await cookieOf(db, 'coordinator');
const before = new Map<string, number>();
for (const page of PAGES) {
	await p95(server, page, cookie);
	before.set(page, await p95(server, page, cookie));
}
const few = await grow(db);
const table: Record<string, Record<string, string>> = {};
for (const page of PAGES) {
	await p95(server, page, cookie);
	const [small, large] = [before.get(page) ?? 0, await p95(server, page, cookie)];
	table[page] = {
		[`p95 ms, ${few} entries`]: small.toFixed(1),
		[`p95 ms, ${ENTRIES} entries`]: large.toFixed(1),
		'P-2 ratio': (large / small).toFixed(2)
	};
}
console.table(table);
await server.stop();
