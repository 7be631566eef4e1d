import autocannon from 'autocannon';
import { readFileSync } from 'node:fs';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { startBareServer } from './bare-server.ts';

const CONNECTIONS = 8;
const ROUNDS = 3;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const PAGES = [
	'/leslie',
	'/leslie/work-packages',
	'/leslie/deliverables',
	'/leslie/deliverables/D4.2',
	'/leslie/milestones',
	'/leslie/milestones/MS3',
	'/leslie/timeline'
];

interface Measure {
	page: string;
	rows: number;
	kilobytes: number;
	ours: number;
	bare: number;
	unchanged: number;
	p95: number;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function perSecond(url: string, headers: Record<string, string> = {}): Promise<number> {
	const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers });
	if (result.errors > 0) throw new Error(`${result.errors} requests failed at ${url}`);
	return result.requests.average;
}

/** One request after the other, so that nothing waits for anything else: the server's own time, in milliseconds. */
async function p95(server: DemoServer, page: string, cookie: string): Promise<number> {
	const times: number[] = [];
	for (let count = 0; count < 200; count++) {
		const since = performance.now();
		await server.http.send(page, { cookie });
		times.push(performance.now() - since);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

async function measure(server: DemoServer, bare: string, page: string, cookie: string): Promise<Measure> {
	const first = await server.http.send(page, { cookie });
	if (first.status !== 200) throw new Error(`${page} answers ${first.status}`);
	const rows = (first.body.match(/<tr[\s>]|<li[\s>]/g) ?? []).length;
	const etag = first.headers.etag;
	const rounds: { ours: number; bare: number; unchanged: number }[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		rounds.push({
			bare: await perSecond(`${bare}/?rows=${rows}`),
			ours: await perSecond(server.http.origin + page, { cookie }),
			unchanged:
				etag === undefined ? 0 : await perSecond(server.http.origin + page, { cookie, 'if-none-match': etag })
		});
	}
	return {
		page,
		rows,
		kilobytes: Math.round(first.body.length / 1000),
		ours: median(rounds.map((one) => one.ours)),
		bare: median(rounds.map((one) => one.bare)),
		unchanged: median(rounds.map((one) => one.unchanged)),
		p95: await p95(server, page, cookie)
	};
}

function memoryOf(pid: number): string {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
	return `${Math.round(kilobytes / 1024)} MiB`;
}

const server = await startDemoServer();
const bare = await startBareServer();
const cookie = await cookieOf(server.connection.db, 'coordinator');
const idle = memoryOf(server.pid);
console.log(`P-6 start ${Math.round(server.startedWithin)} ms, memory idle ${idle}`);

const table: Record<string, Record<string, string | number>> = {};
for (const page of PAGES) {
	const one = await measure(server, bare.origin, page, cookie);
	table[page] = {
		rows: one.rows,
		kB: one.kilobytes,
		'ours/s': Math.round(one.ours),
		'bare/s': Math.round(one.bare),
		'P-1 ratio': (one.ours / one.bare).toFixed(2),
		'304/s': Math.round(one.unchanged),
		'304 to bare': (one.unchanged / one.bare).toFixed(1),
		'P-3 p95 ms': one.p95.toFixed(1)
	};
}
console.table(table);
console.log(`P-6 memory after the load ${memoryOf(server.pid)}`);
await bare.stop();
await server.stop();
