import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDemo } from '#tests/support/demo-installation.ts';
import { howOften } from '#tests/support/how-often.ts';
import { startPostgres, type PostgresServer } from '#tests/support/postgres-server.ts';
import { startCrashServer } from './crash-server.ts';
import { countSteps, forgetThrottling, listDamage, withConnection } from './state.ts';
import { findTargets, keepWriting, signIn, type Acknowledged } from './writers.ts';

const KILLS = howOften('KILLS', { few: 8, many: 2000 });
/** A fresh installation now and then keeps the checks short over thousands of kills. */
const KILLS_OF_ONE_INSTALLATION = 40;
const WRITERS = 8;
/** A life ends after so many changes at most, in the middle of others; on a busy machine after so long. */
const MOST_CHANGES = 25;
const LONGEST_LIFE_MS = 10_000;
/** fsync stays on: what PostgreSQL acknowledged must outlive a crash too. */
const SAFE = { autovacuum: 'off' };

const folder = mkdtempSync(join(tmpdir(), 'leslie-crash-'));
let postgres: PostgresServer | undefined;

beforeAll(async () => {
	await makeDemo({ dataDir: join(folder, 'sqlite'), databaseUrl: '' });
	postgres = await startPostgres(SAFE);
	if (postgres) await makeDemo({ dataDir: join(folder, 'postgres'), databaseUrl: postgres.url });
}, 300_000);

afterAll(async () => {
	await postgres?.stop();
	rmSync(folder, { recursive: true });
});

/** Lets writers loose on a server, kills it at a random moment, and returns what it had acknowledged. */
async function liveAndDie(place: { dataDir: string; databaseUrl: string }): Promise<Acknowledged[]> {
	const noted: Acknowledged[] = [];
	const targets = await withConnection(place, async (db) => {
		await forgetThrottling(db);
		return findTargets(db);
	});
	const server = await startCrashServer(place);
	const session = await signIn(server.http, 'coordinator');
	if (session === undefined) throw new Error('The coordinator could not sign in');
	const cookie = `session=${session}`;
	const writers = Array.from({ length: WRITERS }, (_, number) =>
		keepWriting(server.http, { number, cookie, targets }, noted)
	);
	const enough = Math.random() * MOST_CHANGES;
	const since = performance.now();
	while (noted.length < enough && performance.now() - since < LONGEST_LIFE_MS) await wait(2);
	await wait(Math.random() * 30);
	await server.end('SIGKILL');
	await Promise.all(writers);
	return noted;
}

async function surviveKills(kills: number, place: () => { dataDir: string; databaseUrl: string }) {
	const total = { acknowledged: 0, kinds: new Set<string>() };
	let before = await withConnection(place(), countSteps);
	let noted: Acknowledged[] = [];
	for (let kill = 0; kill < kills; kill++) {
		if (kill > 0 && kill % KILLS_OF_ONE_INSTALLATION === 0 && place().databaseUrl === '') {
			renew(place().dataDir);
			before = await withConnection(place(), countSteps);
			noted = [];
		}
		const more = await liveAndDie(place());
		noted.push(...more);
		for (const { kind } of more) total.kinds.add(kind);
		total.acknowledged += more.length;
		expect(await listDamage(place(), before, noted), `after kill ${kill + 1}`).toEqual([]);
		if ((kill + 1) % 100 === 0)
			process.stdout.write(`${kill + 1} kills, ${total.acknowledged} acknowledged changes\n`);
	}
	return total;
}

function renew(dataDir: string) {
	rmSync(dataDir, { recursive: true, force: true });
	cpSync(join(folder, 'sqlite'), dataDir, { recursive: true });
}

describe('a server killed outright under eight writers', () => {
	test(
		'on SQLite has every acknowledged change, nothing by halves, whole chains and whole files',
		async () => {
			const dataDir = join(folder, 'living');
			renew(dataDir);
			const { acknowledged, kinds } = await surviveKills(KILLS, () => ({ dataDir, databaseUrl: '' }));
			expect(existsSync(join(dataDir, 'database.sqlite'))).toBe(true);
			expect([...kinds].sort()).toEqual(['forecast', 'link', 'sign-in', 'upload']);
			expect(acknowledged).toBeGreaterThan(KILLS);
		},
		60_000 + KILLS * 20_000
	);

	test(
		'on PostgreSQL has the same',
		async ({ skip }) => {
			if (!postgres) return skip('there is no PostgreSQL on this machine');
			const { url } = postgres;
			const kills = Math.ceil(KILLS / 2);
			await surviveKills(kills, () => ({ dataDir: join(folder, 'postgres'), databaseUrl: url }));
		},
		60_000 + KILLS * 20_000
	);
});
