import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testEngine } from './engine.ts';
import { createPgliteSnapshot } from './pglite-databases.ts';
import { createPostgresDatabase, dropPostgresTemplate, newDatabaseName } from './postgres-databases.ts';
import { findTestServer } from './postgres-server.ts';

async function preparePglite() {
	const folder = mkdtempSync(join(tmpdir(), 'leslie-pglite-'));
	const file = join(folder, 'migrated.tar');
	writeFileSync(file, await createPgliteSnapshot());
	process.env.TEST_PGLITE_SNAPSHOT = file;
	return () => rmSync(folder, { recursive: true });
}

async function preparePostgres() {
	const server = await findTestServer();
	const template = newDatabaseName();
	process.env.TEST_DATABASE_SERVER = server.url;
	process.env.TEST_DATABASE_TEMPLATE = template;
	await createPostgresDatabase(server.url, template);
	return async () => {
		await dropPostgresTemplate(server.url, template);
		await server.stop();
	};
}

/** Runs once before all workers, which inherit the variables set here; returns how to clean up. */
export default async function setup() {
	const engine = testEngine();
	if (engine === 'pglite') return preparePglite();
	if (engine === 'postgres') return preparePostgres();
	return undefined;
}
