import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDemo } from '#tests/support/demo-installation.ts';
import { multipart } from '#tests/support/multipart.ts';
import { startCrashServer, type CrashServer } from './crash-server.ts';
import { countIncoming, countSteps, countWork, listDamage, withConnection } from './state.ts';
import { findTargets, signIn, type Targets } from './writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'leslie-shutdown-'));
const place = { dataDir: join(folder, 'data'), databaseUrl: '' };
let targets: Targets;

beforeAll(async () => {
	await makeDemo(place);
	targets = await withConnection(place, findTargets);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** An upload of which half is sent; `rest` sends the other half and resolves to the status of the answer. */
async function halfAnUpload(server: CrashServer, name: string) {
	const cookie = `session=${await signIn(server.http, 'coordinator')}`;
	const { code = '', meansId = '' } = targets.milestones[0] ?? {};
	const text = name.repeat(20_000);
	const { body = '', headers } = multipart(
		server.http.origin,
		{ meansId, level: 'PU' },
		{ field: 'file', name, text }
	);
	const bytes = Buffer.from(body);
	const sent = request(`${server.http.origin}/leslie/milestones/${code}?/upload`, {
		method: 'POST',
		agent: false,
		headers: { ...headers, cookie, accept: 'text/html', 'content-length': bytes.length }
	});
	const status = new Promise<number>((resolve, reject) => {
		sent.once('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		sent.once('error', reject);
	});
	// Whoever waits for the answer hears of it; a server that was killed gives none.
	status.catch(() => undefined);
	const half = bytes.length / 2;
	await new Promise((resolve) => sent.write(bytes.subarray(0, half), resolve));
	await until(async () => (await countIncoming(place)) > 0);
	return {
		rest: () => {
			sent.end(bytes.subarray(half));
			return status;
		},
		breakOff: async () => {
			sent.destroy();
			await status.catch(() => 0);
		}
	};
}

async function until(isSo: () => Promise<boolean>) {
	for (let tries = 0; tries < 250 && !(await isSo()); tries++) await wait(20);
}

describe('a server', () => {
	test('that is asked to stop finishes what it has begun, settles its database and ends with 0', async () => {
		const before = await withConnection(place, countSteps);
		const server = await startCrashServer(place);
		const upload = await halfAnUpload(server, 'last.txt');
		const ended = server.end('SIGTERM');
		await wait(200);
		expect(await upload.rest()).toBe(303);
		expect(await ended).toBe(0);

		const log = join(place.dataDir, 'database.sqlite-wal');
		expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
		expect(await listDamage(place, before, [{ kind: 'upload', mark: 'last.txt' }])).toEqual([]);
	});

	test('keeps nothing of an upload that broke off', async () => {
		const before = await withConnection(place, countWork);
		const server = await startCrashServer(place);
		const upload = await halfAnUpload(server, 'broken.txt');
		await upload.breakOff();
		await until(async () => (await countIncoming(place)) === 0);
		expect(await countIncoming(place)).toBe(0);
		expect((await server.http.send('/healthz')).status).toBe(200);
		expect(await server.end('SIGTERM')).toBe(0);
		expect(await withConnection(place, countWork)).toEqual(before);
	});

	test('killed in the middle of an upload leaves at most what waited, and nothing of it counts', async () => {
		const before = await withConnection(place, countSteps);
		const server = await startCrashServer(place);
		const upload = await halfAnUpload(server, 'killed.txt');
		await server.end('SIGKILL');
		await upload.breakOff();
		expect(await countIncoming(place)).toBe(1);
		expect(before).toMatchObject(await withConnection(place, countWork));
		expect(await listDamage(place, before, [])).toEqual([]);
		expect(readdirSync(join(place.dataDir, 'files', 'incoming'))).toHaveLength(1);
	});
});
