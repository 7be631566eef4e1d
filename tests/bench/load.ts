import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findTargets } from '#tests/crash/writers.ts';
import { ACCOUNTS } from '#tests/support/accounts.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { httpClient } from '#tests/support/http-client.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

const MINUTES = Number(process.env.BENCH_MINUTES ?? 1);
const SESSIONS = 100;
const PER_SECOND = 50;
const ONE_WRITE_IN = 10;
const AS_BROWSERS_DO = { 'accept-encoding': 'gzip, deflate, br' };
const GOAL_MS = { read: 150, write: 250 };
const PAGES = [
	'/leslie',
	'/leslie',
	'/leslie',
	'/leslie/work-packages',
	'/leslie/deliverables',
	'/leslie/deliverables/D4.2',
	'/leslie/milestones',
	'/leslie/milestones/MS3',
	'/leslie/catalogue',
	'/leslie/catalogue/gaps',
	'/leslie/meetings',
	'/leslie/actions',
	'/leslie/progress',
	'/leslie/risks'
];

const took: Record<'read' | 'write', number[]> = { read: [], write: [] };
const errors: string[] = [];
const notMine = new Map<string, number>();

function chosen<T>(list: readonly T[]): T {
	const one = list[Math.floor(Math.random() * list.length)];
	if (one === undefined) throw new Error('Nothing to choose from');
	return one;
}

async function timed(kind: 'read' | 'write', page: string, answered: () => Promise<{ status: number }>) {
	const since = performance.now();
	const { status } = await answered().catch(() => ({ status: 0 }));
	took[kind].push(performance.now() - since);
	if (kind === 'read' && status === 404) notMine.set(page, (notMine.get(page) ?? 0) + 1);
	else if (status !== (kind === 'read' ? 200 : 303)) errors.push(`${kind} ${page}: ${status}`);
}

function memoryOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
}

/** Requests leave at their own pace, as people send them, however long the answers take. */
async function load(server: DemoServer): Promise<string[]> {
	const { db } = server.connection;
	const http = httpClient(server.http.origin, SESSIONS);
	const cookies = await Promise.all(
		Array.from({ length: SESSIONS }, (_, index) => cookieOf(db, ACCOUNTS[index % ACCOUNTS.length] ?? 'kz'))
	);
	const writer = await cookieOf(db, 'coordinator');
	const { milestones } = await findTargets(db);
	const write = () => {
		const { code, meansId } = chosen(milestones);
		const mark = `${Date.now()}-${Math.random()}`;
		const form = { meansId, level: 'PU', url: `https://example.org/${mark}`, title: mark };
		const path = `/leslie/milestones/${code}?/link`;
		return timed('write', path, () => http.send(path, { form, cookie: writer }));
	};
	const read = () => {
		const page = chosen(PAGES);
		return timed('read', page, () => http.send(page, { cookie: chosen(cookies), headers: AS_BROWSERS_DO }));
	};
	const memory: string[] = [];
	const running: Promise<void>[] = [];
	const began = performance.now();
	const count = MINUTES * 60 * PER_SECOND;
	for (let sent = 0; sent < count; sent++) {
		const due = began + (sent * 1000) / PER_SECOND;
		if (due > performance.now()) await wait(due - performance.now());
		running.push(sent % ONE_WRITE_IN === 0 ? write() : read());
		if (sent % (PER_SECOND * 60) === 0) memory.push(`${memoryOf(server.pid)}`);
	}
	await Promise.all(running);
	http.close();
	return [...memory, `${memoryOf(server.pid)}`];
}

function at(times: readonly number[], part: number): number {
	return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}

const server = await startDemoServer();
const memory = await load(server);
for (const kind of ['read', 'write'] as const) {
	const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => at(took[kind], part).toFixed(0));
	console.log(
		`P-7 ${kind}: ${took[kind].length} requests, p50 ${p50} ms, p95 ${p95} ms (goal ${GOAL_MS[kind]}), p99 ${p99} ms`
	);
}
console.log(
	`P-7 errors: ${errors.length} (goal 0)${errors.length > 0 ? `: ${errors.slice(0, 5).join('; ')}` : ''}`
);
console.log(`P-7 pages that are not theirs: ${[...notMine.values()].reduce((sum, one) => sum + one, 0)}`);
console.log(`P-6 memory each minute, MiB: ${memory.join(', ')} (goal 300, level)`);
await server.stop();
