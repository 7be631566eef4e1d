import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Db } from '#db/schema.ts';
import { now } from '#lib/server/clock.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { listCases, type Case } from './cases.ts';
import { fewCases } from './few-cases.ts';
import { knock } from './knock.ts';
import { listVisitors } from './people.ts';
import { listTargets } from './targets.ts';
import { unchangedSince } from './unchanged.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

/** The first few surprises say enough. */
const ENOUGH = 25;
/** Cases between two looks at the whole database. */
const BATCH = 100;

let server: DemoServer;
let cases: Case[];

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	const all = listCases(await listTargets(db), await listVisitors(db));
	cases = process.env.TEST_LONG === '1' ? all : fewCases(all);
});
afterAll(async () => {
	if (process.env.SHOW_ERRORS) process.stdout.write(server.errors().slice(0, 3000));
	await server.stop();
});

/** A signature asks for a password of the last ten minutes, and on a slow machine the walk takes longer. */
async function passwordsJustGiven(db: Db): Promise<void> {
	await db.updateTable('session').set({ authenticatedAt: now().toISOString() }).execute();
}

/** Tries every case in turn and lists those that were answered otherwise, or changed what they may not. */
async function walk(some: readonly Case[], mayChange: boolean): Promise<string[]> {
	const surprises: string[] = [];
	const done = new Set<string>();
	const { db } = server.connection;
	let given = -Infinity;
	const unchanged = await unchangedSince(db);
	for (const [index, one] of some.entries()) {
		if (performance.now() - given > 5 * 60_000) {
			await passwordsJustGiven(db);
			given = performance.now();
		}
		const answer = await knock(server, one);
		const what = `${one.row.route} ${one.row.act} ${one.target.id}`;
		if (answer.status === 303) done.add(what);
		// What somebody has just ended or removed is not there for the next one.
		const isGone = answer.status === 404 && done.has(what);
		if (answer.outcome !== one.expected && !isGone)
			surprises.push(`${one.name}: expected ${one.expected}, got ${answer.status} ${answer.said}`);
		if (surprises.length >= ENOUGH) break;
		if (mayChange || (index % BATCH !== 0 && index !== some.length - 1)) continue;
		const changed = await unchanged();
		if (changed.length === 0) continue;
		return [...surprises, `One of the ${BATCH} up to ${one.name} changed ${changed.join(', ')}`];
	}
	return surprises;
}

const isRead = (one: Case) => one.row.form === undefined;

test('every page answers every role as agreed, and reading changes nothing', async () => {
	expect(await walk(cases.filter(isRead), false)).toEqual([]);
});

test('whoever may not do something changes nothing by trying', async () => {
	const refused = cases.filter((one) => !isRead(one) && one.expected !== 'open');
	expect(await walk(refused, false)).toEqual([]);
});

test('whoever may do something is not turned away', async () => {
	const allowed = cases.filter((one) => !isRead(one) && one.expected === 'open');
	expect(await walk(allowed, true)).toEqual([]);
});

test('the matrix is as large as promised', () => {
	const count = (expected: string) => cases.filter((one) => one.expected === expected).length;
	process.stdout.write(
		`${cases.length} cases of the matrix: ${count('open')} open, ${count('closed')} closed, ${count('login')} to the login\n`
	);
	expect(cases.length).toBeGreaterThanOrEqual(3000);
});
