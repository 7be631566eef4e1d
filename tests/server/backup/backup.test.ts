import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import { migrate } from '#db/migrate.server.ts';
import { checkBackup } from '#lib/server/backup/check-backup.ts';
import { createBackup } from '#lib/server/backup/create-backup.ts';
import { loadTables } from '#lib/server/backup/load-tables.ts';
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { listDamagedFiles } from '#lib/server/files/verify-files.ts';
import {
	makeFileStore,
	newIncomingPath,
	pathOf,
	placeFile,
	type FileStore
} from '#lib/server/files/store.ts';
import { verifyChain } from '#lib/server/queries/verify-chain.ts';
import { aChain } from '#tests/support/builders/a-chain.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEvidenceUse, someEvidence } from '#tests/support/builders/some-evidence.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { testEngine } from '#tests/support/engine.ts';
import { howOften } from '#tests/support/how-often.ts';
import { dump } from '#tests/support/dump.ts';

const FLIPS = howOften('FLIPS', { few: 60, many: 1000 });
const ROUNDS = howOften('BACKUPS', { few: 5, many: 50 });
const ABOUT = { product: 'leslie-dashboard 0.0.0', now: NOW };
const engine = testEngine() === 'sqlite' ? 'sqlite' : 'postgres';

let folder: string;
let live: Connection;
let store: FileStore;

/** SQLite in a folder, or the PostgreSQL of this run. */
async function openLive(dataDir: string): Promise<Connection> {
	if (engine === 'sqlite') {
		const connection = await connect({ databaseUrl: '', dataDir });
		await migrate(connection.db);
		return connection;
	}
	const { db, close } = await openTestDatabase();
	return { engine: 'postgres', db, close, version: async () => '', check: async () => [] };
}

async function fill(connection: Connection) {
	const { db } = connection;
	const project = await aProject(db, { title: 'Қазақстан \u2028 ʻ"\\' });
	const actor = await anActor(db, { projectId: project.id });
	const item = await aDeliverable(db, { projectId: project.id, leadOrganisationId: actor.organisationId });
	for (let number = 0; number < 5; number++) {
		const content = `content ${number} ${'x'.repeat(number * 700)}`;
		const evidence = await someEvidence(db, actor, { content });
		const incoming = newIncomingPath(store);
		writeFileSync(incoming, content);
		await placeFile(store, incoming, evidence.sha256);
		await anEvidenceUse(db, actor, { evidenceId: evidence.id, itemId: item.id });
	}
	await aChain(db, project.id, 9);
	await aChain(db, 'installation', 4);
}

const listFiles = (path: string) =>
	readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-backup-'));
	live = await openLive(join(folder, 'live'));
	store = await makeFileStore(join(folder, 'live'));
	await fill(live);
});

afterEach(async () => {
	await live.close();
	rmSync(folder, { recursive: true });
});

const target = (name: string, replace = false) => ({ dataDir: join(folder, name), databaseUrl: '', replace });

describe('a backup', () => {
	test('restored into an empty folder has every row, every file and the same heads', async () => {
		const before = await dump(live.db, engine);
		const manifest = await createBackup(live, store, join(folder, 'backup'), ABOUT);
		expect(manifest.damaged).toEqual([]);
		const { aside } = await restoreBackup(join(folder, 'backup'), target('new'), NOW);
		expect(aside).toBe(null);

		const restored = await connect(target('new'));
		expect(await dump(restored.db, 'sqlite')).toEqual(before);
		for (const { chain, sequence, hash } of manifest.chains)
			expect(await verifyChain(restored.db, chain)).toMatchObject({ head: { sequence, hash }, broken: null });
		const files = await listDamagedFiles(restored.db, await makeFileStore(join(folder, 'new')));
		expect(files).toEqual({ count: 5, damaged: [] });
		expect(readdirSync(join(folder, 'new')).sort()).toEqual([
			'database.sqlite',
			'database.sqlite-shm',
			'database.sqlite-wal',
			'files'
		]);
		await restored.close();
	});

	test('of either engine fills an empty database of this one', async () => {
		const before = await dump(live.db, engine);
		await createBackup(live, store, join(folder, 'backup'), ABOUT);
		await restoreBackup(join(folder, 'backup'), target('new'), NOW);
		const restored = await connect(target('new'));
		const again = await createBackup(
			restored,
			await makeFileStore(join(folder, 'new')),
			join(folder, 'again'),
			ABOUT
		);
		await restored.close();

		const empty = await openLive(join(folder, 'empty'));
		await loadTables(join(folder, 'again'), again, empty);
		expect(await dump(empty.db, engine)).toEqual(before);
		await expect(loadTables(join(folder, 'again'), again, empty)).rejects.toThrow('holds data already');
		expect(await dump(empty.db, engine)).toEqual(before);
		await empty.close();
	});

	test('notes when it was made, and does not touch a folder that is in use', async () => {
		await createBackup(live, store, join(folder, 'backup'), ABOUT);
		const note = await live.db.selectFrom('setting').selectAll().where('key', '=', 'last-backup').execute();
		expect(note).toEqual([{ key: 'last-backup', value: NOW.toISOString() }]);
		await expect(createBackup(live, store, join(folder, 'backup'), ABOUT)).rejects.toThrow('is not empty');
		expect(existsSync(join(folder, 'backup.partial'))).toBe(false);
	});

	test('saves all the rest when a file of the store is lost or changed, and names it', async () => {
		const [first, second] = await live.db
			.selectFrom('storedFile')
			.select('sha256')
			.orderBy('sha256')
			.execute();
		rmSync(pathOf(store, first?.sha256 ?? ''));
		writeFileSync(pathOf(store, second?.sha256 ?? ''), 'other');
		const damaged = [
			{ sha256: first?.sha256, problem: 'missing' },
			{ sha256: second?.sha256, problem: 'changed' }
		];
		expect((await listDamagedFiles(live.db, store)).damaged).toEqual(damaged);
		const manifest = await createBackup(live, store, join(folder, 'backup'), ABOUT);
		expect(manifest.damaged).toEqual(damaged);
		expect((await restoreBackup(join(folder, 'backup'), target('new'), NOW)).manifest.damaged).toEqual(
			damaged
		);
	});

	test('is refused with the name of the file in which a byte was flipped', async () => {
		const backup = join(folder, 'backup');
		await createBackup(live, store, backup, ABOUT);
		const files = listFiles(backup).filter((file) => statSync(file).size > 0);
		for (let flip = 0; flip < FLIPS; flip++) {
			const file = files[Math.floor(Math.random() * files.length)] ?? '';
			const bytes = readFileSync(file);
			const changed = Buffer.from(bytes);
			const at = Math.floor(Math.random() * bytes.length);
			changed[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
			writeFileSync(file, changed);
			await expect(checkBackup(backup), `${file} at ${at}`).rejects.toThrow(file.slice(backup.length + 1));
			writeFileSync(file, bytes);
		}
		await checkBackup(backup);
	});

	test('that lost a file, or holds one more, is refused, and the new folder stays as it was', async () => {
		const backup = join(folder, 'backup');
		await createBackup(live, store, backup, ABOUT);
		const [stored = ''] = listFiles(join(backup, 'files'));
		const bytes = readFileSync(stored);
		rmSync(stored);
		await expect(restoreBackup(backup, target('new'), NOW)).rejects.toThrow('is missing');
		writeFileSync(stored, bytes);
		writeFileSync(join(backup, 'files', 'extra'), 'x');
		await expect(restoreBackup(backup, target('new'), NOW)).rejects.toThrow('files/extra does not belong');
		expect(existsSync(join(folder, 'new'))).toBe(false);
	});

	test('replaces a folder in use only when told to, and puts what was there aside', async () => {
		const backup = join(folder, 'backup');
		await createBackup(live, store, backup, ABOUT);
		const old = await connect(target('old'));
		await migrate(old.db);
		await aChain(old.db, 'installation', 2);
		await old.close();
		mkdirSync(join(folder, 'old', 'files', 'ab'), { recursive: true });
		writeFileSync(join(folder, 'old', 'files', 'ab', 'mine'), 'mine');

		await expect(restoreBackup(backup, target('old'), NOW)).rejects.toThrow('holds data already');
		const { aside } = await restoreBackup(backup, target('old', true), NOW);
		expect(readFileSync(join(aside ?? '', 'files', 'ab', 'mine'), 'utf8')).toBe('mine');
		const put = await connect({ databaseUrl: '', dataDir: aside ?? '' });
		expect(await verifyChain(put.db, 'installation')).toMatchObject({ head: { sequence: 2 }, broken: null });
		await put.close();
		const restored = await connect(target('old'));
		expect(await verifyChain(restored.db, 'installation')).toMatchObject({
			head: { sequence: 4 },
			broken: null
		});
		await restored.close();
		expect(statSync(join(folder, 'old', 'database.sqlite')).isFile()).toBe(true);
	});

	test('is not put over a database that a server has open', async () => {
		const backup = join(folder, 'backup');
		await createBackup(live, store, backup, ABOUT);
		const running = await connect(target('running'));
		await migrate(running.db);
		await aChain(running.db, 'installation', 2);
		await expect(restoreBackup(backup, target('running', true), NOW)).rejects.toThrow(
			'stop the server first'
		);
		expect(await verifyChain(running.db, 'installation')).toMatchObject({
			head: { sequence: 2 },
			broken: null
		});
		await running.close();
		expect(readdirSync(join(folder, 'running')).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	test('of a chain that was broken already says so', async () => {
		const { chains } = await createBackup(live, store, join(folder, 'backup'), ABOUT);
		await live.db.updateTable('auditEvent').set({ actorName: 'Nobody' }).where('sequence', '=', 2).execute();
		const broken = await createBackup(live, store, join(folder, 'broken'), ABOUT);
		expect(broken.chains.map((chain) => chain.broken)).toEqual(chains.map(() => 'edited at event 2'));
		const { manifest } = await restoreBackup(join(folder, 'broken'), target('new'), NOW);
		expect(manifest.chains).toEqual(broken.chains);
	});

	test('taken while somebody writes is of one moment', async () => {
		let writing = true;
		const write = async () => {
			for (; writing; await setImmediate()) await aChain(live.db, 'busy', 1);
		};
		const writer = write();
		for (let round = 0; round < ROUNDS; round++) {
			const backup = join(folder, `backup-${round}`);
			const { chains } = await createBackup(live, store, backup, ABOUT);
			await restoreBackup(backup, target(`new-${round}`), NOW);
			expect(chains.every((chain) => chain.broken === null)).toBe(true);
		}
		writing = false;
		await writer;
	});
});
