import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#db/connect.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { createBackup } from '#lib/server/backup/create-backup.ts';
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { makeFileStore, newIncomingPath, placeFile } from '#lib/server/files/store.ts';
import { listDamagedFiles } from '#lib/server/files/verify-files.ts';
import { aChain } from '#tests/support/builders/a-chain.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { someEvidence } from '#tests/support/builders/some-evidence.ts';
import { dump } from '#tests/support/dump.ts';
import {
	createPostgresDatabase,
	dropPostgresDatabase,
	newDatabaseName
} from '#tests/support/postgres-databases.ts';

test('a backup of SQLite moves to a PostgreSQL server and from there to another, files and heads included', async () => {
	const server = process.env.TEST_DATABASE_SERVER ?? '';
	const folder = mkdtempSync(join(tmpdir(), 'leslie-move-'));
	const names = [newDatabaseName(), newDatabaseName()];
	for (const name of names) await createPostgresDatabase(server, name);
	const [first = '', second = ''] = names.map((name) => new URL(`/${name}`, server).href);

	const live = await connect({ databaseUrl: '', dataDir: join(folder, 'live') });
	await migrate(live.db);
	const store = await makeFileStore(join(folder, 'live'));
	const actor = await anActor(live.db, { projectId: (await aProject(live.db)).id });
	const { sha256 } = await someEvidence(live.db, actor, { content: 'content' });
	const incoming = newIncomingPath(store);
	writeFileSync(incoming, 'content');
	await placeFile(store, incoming, sha256);
	await aChain(live.db, actor.projectId, 5);
	const before = await dump(live.db, 'sqlite');
	const about = { product: 'leslie-dashboard 0.0.0', now: NOW };
	await createBackup(live, store, join(folder, 'from-sqlite'), about);
	await live.close();

	let from = join(folder, 'from-sqlite');
	for (const [index, databaseUrl] of [first, second].entries()) {
		const target = { databaseUrl, dataDir: join(folder, `data-${index}`), replace: false };
		await restoreBackup(from, target, NOW);
		await expect(restoreBackup(from, target, NOW)).rejects.toThrow('holds data already');
		const moved = await connect(target);
		const movedStore = await makeFileStore(target.dataDir);
		expect(await dump(moved.db, 'postgres')).toEqual(before);
		expect(await listDamagedFiles(moved.db, movedStore)).toEqual({ count: 1, damaged: [] });
		from = join(folder, `from-${index}`);
		await createBackup(moved, movedStore, from, about);
		await moved.close();
	}
	for (const name of names) await dropPostgresDatabase(server, name);
	rmSync(folder, { recursive: true });
});
