import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testEngine } from './database.ts';
import { createPgliteSnapshot } from './pglite-databases.ts';
import { createPostgresTemplate, dropPostgresTemplate, newDatabaseName } from './postgres-databases.ts';
import { startPostgres } from './postgres-server.ts';

async function preparePglite() {
	const folder = mkdtempSync(join(tmpdir(), 'leslie-pglite-'));
	const file = join(folder, 'migrated.tar');
	writeFileSync(file, await createPgliteSnapshot());
	process.env.TEST_PGLITE_SNAPSHOT = file;
	return () => rmSync(folder, { recursive: true });
}

async function preparePostgres() {
	const given = process.env.TEST_DATABASE_URL;
	const server = given === undefined ? await startPostgres() : { url: given, stop: async () => undefined };
	if (server === undefined)
		throw new Error('TEST_ENGINE=postgres needs PostgreSQL here, or TEST_DATABASE_URL');

	const template = newDatabaseName();
	process.env.TEST_DATABASE_URL = server.url;
	process.env.TEST_DATABASE_TEMPLATE = template;
	await createPostgresTemplate(server.url, template);
	return async () => {
		await dropPostgresTemplate(server.url, template);
		await server.stop();
		if (given === undefined) delete process.env.TEST_DATABASE_URL;
	};
}

/** Runs once before all workers, which inherit the variables set here; returns how to clean up. */
export default async function setup() {
	const engine = testEngine();
	if (engine === 'pglite') return preparePglite();
	if (engine === 'postgres') return preparePostgres();
	return undefined;
}
