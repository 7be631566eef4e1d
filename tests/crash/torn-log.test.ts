import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SQLITE_FILE } from '#db/sqlite.server.ts';
import { makeDemo } from '#tests/support/demo-installation.ts';
import { howOften } from '#tests/support/how-often.ts';
import { startCrashServer } from './crash-server.ts';
import { countSteps, listDamage, withConnection, type Steps } from './state.ts';
import { findTargets, keepWriting, signIn, type Acknowledged } from './writers.ts';

const TEARS = howOften('TEARS', { few: 30, many: 10_000 });
/** Few enough that the log is not yet written back by itself, which it is after a thousand frames. */
const CHANGES = 30;
/** A frame of the log is a page and its header of 24 bytes, after the log's own header of 32. */
const FRAME = 4096 + 24;

const folder = mkdtempSync(join(tmpdir(), 'leslie-torn-'));
const place = { dataDir: join(folder, 'living'), databaseUrl: '' };
const file = join(place.dataDir, SQLITE_FILE);
const kept = { database: join(folder, 'database'), log: Buffer.alloc(0) };
const noted: Acknowledged[] = [];
let before: Steps;

/** A server under writers, killed with its last changes in the log alone. */
beforeAll(async () => {
	await makeDemo(place);
	before = await withConnection(place, countSteps);
	const targets = await withConnection(place, findTargets);
	const server = await startCrashServer(place);
	const cookie = `session=${await signIn(server.http, 'coordinator')}`;
	const writers = [0, 1, 2].map((number) => keepWriting(server.http, { number, cookie, targets }, noted));
	while (noted.length < CHANGES) await wait(5);
	await server.end('SIGKILL');
	await Promise.all(writers);
	kept.log = readFileSync(`${file}-wal`);
	copyFileSync(file, kept.database);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true }));

function placeLog(log: Uint8Array) {
	copyFileSync(kept.database, file);
	writeFileSync(`${file}-wal`, log);
	rmSync(`${file}-shm`, { force: true });
}

const below = (most: number) => Math.floor(Math.random() * most);

const TEARS_OF: Record<string, (log: Buffer) => Buffer> = {
	'is cut anywhere': (log) => log.subarray(0, below(log.byteLength)),
	'is cut between two frames': (log) =>
		log.subarray(0, 32 + FRAME * below(Math.floor(log.byteLength / FRAME))),
	'has one bit flipped': (log) => {
		const at = below(log.byteLength);
		log.writeUInt8(log.readUInt8(at) ^ (1 << below(8)), at);
		return log;
	},
	'lost a sector': (log) => log.fill(0, below(log.byteLength / 512) * 512).subarray(0, log.byteLength),
	'ends in noise': (log) => {
		const from = below(log.byteLength);
		for (let at = from; at < log.byteLength; at++) log[at] = below(256);
		return log;
	}
};

test('the whole log brings every acknowledged change back', async () => {
	expect(kept.log.byteLength).toBeGreaterThan(20 * FRAME);
	placeLog(kept.log);
	expect(await listDamage(place, before, noted)).toEqual([]);
});

test.each(Object.keys(TEARS_OF))(
	'a log that %s brings back whole changes only, and a whole chain',
	async (way) => {
		const tear = TEARS_OF[way] ?? ((log) => log);
		let shortened = 0;
		for (let count = 0; count < TEARS / 5; count++) {
			placeLog(tear(Buffer.from(kept.log)));
			expect(await listDamage(place, before, []), `tear ${count + 1}`).toEqual([]);
			const { linkings, movings } = await withConnection(place, countSteps);
			const all = noted.filter(({ kind }) => kind !== 'sign-in').length;
			if (linkings + movings - before.linkings - before.movings < all) shortened++;
		}
		expect(shortened, 'torn logs that lost something').toBeGreaterThan(0);
	},
	60_000 + TEARS * 2_000
);
