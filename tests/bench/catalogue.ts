import { newId } from '#lib/server/ids.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { changeSomething, growCatalogue } from './grow-catalogue.ts';

/** As many as fit on one page of the matrix, and as many as a whole continent may bring. */
const FEW = 48;
const MANY = 5000;
const REQUESTS = 60;
const CHANGES = 5;
const GOAL_RATIO = 1.5;
const GOAL_MS = 50;
const PAGES = {
	matrix: '/leslie/catalogue/gaps',
	'matrix, page 60': '/leslie/catalogue/gaps?page=60',
	'matrix by theme': '/leslie/catalogue/gaps?group=theme',
	'matrix, one country': '/leslie/catalogue/gaps?country=KZ',
	'matrix, one element': '/leslie/catalogue/gaps?element=workload',
	'matrix of a past day': '/leslie/catalogue/gaps?on=2026-05-15',
	'who owes': '/leslie/catalogue/owed',
	coverage: '/leslie/catalogue/coverage',
	targets: '/leslie/catalogue/targets',
	list: '/leslie/catalogue',
	'list by gaps': '/leslie/catalogue?sort=gaps',
	'home of the coordinator': '/leslie'
};

interface Times {
	p50: number;
	p95: number;
	/** The first answer after the data have changed, the middle one of a few. */
	first: number;
}

async function timeOf(server: DemoServer, page: string, cookie: string): Promise<number> {
	// An address of its own, so that no whole page is answered from memory.
	const address = `${page}${page.includes('?') ? '&' : '?'}fresh=${newId()}`;
	const since = performance.now();
	const { status } = await server.http.send(address, { cookie });
	if (status !== 200) throw new Error(`${page} answers ${status}`);
	return performance.now() - since;
}

function at(times: readonly number[], part: number): number {
	return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

/** One request after the other. */
async function measure(server: DemoServer, page: string, cookie: string): Promise<Times> {
	const first: number[] = [];
	for (let count = 0; count < CHANGES; count++) {
		await changeSomething(server.connection.db, server.projectId);
		first.push(await timeOf(server, page, cookie));
	}
	const times: number[] = [];
	for (let count = 0; count < REQUESTS; count++) times.push(await timeOf(server, page, cookie));
	return { p50: at(times, 0.5), p95: at(times, 0.95), first: at(first, 0.5) };
}

async function measureAll(server: DemoServer, cookie: string): Promise<Map<string, Times>> {
	const all = new Map<string, Times>();
	for (const [name, page] of Object.entries(PAGES)) all.set(name, await measure(server, page, cookie));
	return all;
}

const server = await startDemoServer();
const cookie = await cookieOf(server.connection.db, 'coordinator');
await growCatalogue(server.connection.db, server.projectId, FEW);
await measureAll(server, cookie);
const few = await measureAll(server, cookie);
await growCatalogue(server.connection.db, server.projectId, MANY);
const many = await measureAll(server, cookie);
const table: Record<string, Record<string, string | number>> = {};
for (const [name, large] of many) {
	const small = few.get(name) ?? large;
	table[name] = {
		[`p95 ms, ${FEW}`]: small.p95.toFixed(1),
		[`p95 ms, ${MANY}`]: large.p95.toFixed(1),
		'p95 ratio': (large.p95 / small.p95).toFixed(2),
		'p50 ratio': (large.p50 / small.p50).toFixed(2),
		'goal (P-2)': `≤ ${GOAL_RATIO}`,
		'goal (P-3)': `≤ ${GOAL_MS} ms`,
		[`first after a change, ms, ${MANY}`]: large.first.toFixed(1)
	};
}
console.table(table);
await server.stop();
