import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo, prepareDemo } from './demo-installation.ts';
import { testEngine } from './engine.ts';
import { createPostgresDatabase, dropPostgresTemplate, newDatabaseName } from './postgres-databases.ts';
import { findTestServer } from './postgres-server.ts';

/** Once for all projects of a run: making the demonstration takes as long as many tests, copying it no time. */
export default async function setup() {
	if (process.env.TEST_DEMO !== undefined) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'leslie-demo-'));
	const clean = testEngine() === 'postgres' ? await onPostgres(folder) : await onSqlite(folder);
	process.env.TEST_DEMO = folder;
	return async () => {
		delete process.env.TEST_DEMO;
		rmSync(folder, { recursive: true, force: true });
		await clean();
	};
}

async function onSqlite(folder: string) {
	await makeDemo({ dataDir: join(folder, 'plain'), databaseUrl: '' });
	process.env.TEST_DEMO = folder;
	await prepareDemo({ dataDir: join(folder, 'strangers'), databaseUrl: '' });
	return () => Promise.resolve();
}

/** The folder holds the files, a template of the server the rows. */
async function onPostgres(folder: string) {
	const server = await findTestServer();
	const template = newDatabaseName();
	const databaseUrl = await createPostgresDatabase(server.url, template);
	await prepareDemo({ dataDir: join(folder, 'strangers'), databaseUrl }, { withStrangers: true });
	process.env.TEST_DEMO_SERVER = server.url;
	process.env.TEST_DEMO_TEMPLATE = template;
	return async () => {
		await dropPostgresTemplate(server.url, template);
		await server.stop();
	};
}
