import {
	closeSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.server.ts';
import { findTargets, type Targets } from '#tests/crash/writers.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { canLimitDisk, limitDisk } from '#tests/support/disk-limit.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import type { Answer } from '#tests/support/http-client.ts';
import { multipart } from '#tests/support/multipart.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

const MEGABYTE = 1024 * 1024;
/** A page of SQLite, which begins with what it needs to open the file at all. */
const FIRST_PAGE = 4096;
const INSIDE = /SQLITE|sqlite|node:internal|\.(?:js|ts|mjs):\d|\bat \w+ \(|database disk image|select "/;
const REQUEST = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

let server: DemoServer;
let targets: Targets;
let cookie: string;

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	targets = await findTargets(db);
	cookie = await cookieOf(db, 'coordinator');
});
afterAll(() => server.stop());

const milestone = () => targets.milestones[0] ?? { code: '', meansId: '' };

function upload(text: string): Promise<Answer> {
	const { code, meansId } = milestone();
	const file = { field: 'files', name: 'proof.txt', text };
	const asked = multipart(server.http.origin, { meansId, level: 'PU' }, file);
	return server.http.send(`/leslie/milestones/${code}?/upload`, { ...asked, cookie });
}

function link(title: string): Promise<Answer> {
	const { code, meansId } = milestone();
	const form = { meansId, level: 'PU', url: 'https://example.org/', title };
	return server.http.send(`/leslie/milestones/${code}?/link`, { form, cookie });
}

function storedFiles(): string[] {
	const all = readdirSync(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true });
	return all
		.filter((one) => one.isFile())
		.map(({ name }) => name)
		.sort();
}

/** Runs something that must leave every table and every file as it was. */
async function leavingNothing(run: () => Promise<void>) {
	const before = [await fingerprint(server.connection.db), storedFiles()];
	await run();
	expect([await fingerprint(server.connection.db), storedFiles()]).toEqual(before);
}

function expectPlainFault({ status, body }: Answer) {
	expect(status).toBeGreaterThanOrEqual(500);
	expect(body).toContain('Something went wrong on our side');
	expect(body).toMatch(REQUEST);
	expect(body).not.toMatch(INSIDE);
}

describe.skipIf(!canLimitDisk)('a full disk', () => {
	test('refuses the upload that no longer fits, says so, and keeps nothing of it', async () => {
		await leavingNothing(async () => {
			limitDisk(server.pid, 12 * MEGABYTE);
			const answer = await upload('x'.repeat(13 * MEGABYTE)).finally(() => limitDisk(server.pid, null));
			expect(answer.status).toBe(409);
			expect(answer.body).toContain('the disk of the server is full');
			expect(answer.body).not.toMatch(INSIDE);
		});
	});

	test('that takes not one byte more breaks every change as a whole, and pages are still read', async () => {
		await leavingNothing(async () => {
			limitDisk(server.pid, 0);
			try {
				expectPlainFault(await link('never stored'));
				expectPlainFault(await upload('never stored'));
				expect((await server.http.send('/leslie/milestones', { cookie })).status).toBe(200);
				expect((await server.http.send('/readyz')).status).toBe(503);
				expect((await server.http.send('/healthz')).status).toBe(200);
			} finally {
				limitDisk(server.pid, null);
			}
		});
		expect((await link('stored now')).status).toBe(303);
		const isReady = async () => (await server.http.send('/readyz')).status === 200;
		await expect.poll(isReady, { timeout: 15_000, interval: 250 }).toBe(true);
	});
});

test('a file store that cannot be written refuses uploads in words, and everything else works', async () => {
	const incoming = join(server.dataDir, 'files', 'incoming');
	await leavingNothing(async () => {
		renameSync(incoming, `${incoming}-away`);
		writeFileSync(incoming, '');
		const answer = await upload('nowhere to go');
		rmSync(incoming);
		renameSync(`${incoming}-away`, incoming);
		expect(answer.status).toBe(409);
		expect(answer.body).toContain('cannot write to its file store');
	});
	expect((await upload('somewhere to go')).status).toBe(303);
});

test('a database that somebody else holds breaks the change as a whole, and the next one goes through', async () => {
	const other = await connect({ dataDir: server.dataDir, databaseUrl: '' });
	await leavingNothing(async () => {
		const held = await other.db.startTransaction().execute();
		const answer = await link('locked out').finally(() => held.rollback().execute());
		expectPlainFault(answer);
	});
	await other.close();
	expect((await link('let in again')).status).toBe(303);
});

test('a damaged database shows a plain fault with the request to report, never data of others or a stack', async () => {
	const path = join(server.dataDir, 'database.sqlite');
	const file = openSync(path, 'r+');
	writeSync(file, Buffer.alloc(statSync(path).size - FIRST_PAGE, 0xa5), 0, undefined, FIRST_PAGE);
	closeSync(file);
	const pages = ['', '/deliverables', '/deliverables/D4.2', '/milestones', '/people', '/audit', '/timeline'];
	const statuses: number[] = [];
	for (const page of pages) {
		const answer = await server.http.send(`/leslie${page}`, { cookie });
		statuses.push(answer.status);
		if (answer.status === 200) continue;
		expectPlainFault(answer);
	}
	expect(statuses).toContain(500);
	const change = await link('into the damage');
	if (change.status !== 303) expectPlainFault(change);
	expect((await server.http.send('/healthz')).status).toBe(200);
});
