import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPostgresDatabase, dropPostgresDatabase, newDatabaseName } from './postgres-databases.ts';
import { findTestServer } from './postgres-server.ts';

/** The stories once more, with a throw-away PostgreSQL under the server. */
const server = await findTestServer();
const name = newDatabaseName();
const url = await createPostgresDatabase(server.url, name);
const port = String(Number(process.env.E2E_PORT ?? 4173) + 1);
// No engine knows whether a browser runs scripts: once is enough for the short run.
const projects = ['--project=desktop', ...(process.env.TEST_LONG === '1' ? ['--project=no-js'] : [])];
const args = ['test', '--grep', '@story', ...projects, ...process.argv.slice(2)];
const tests = spawn('playwright', args, {
	env: { ...process.env, E2E_PORT: port, E2E_DATABASE_URL: url },
	stdio: 'inherit'
});
await once(tests, 'close');
process.exitCode = tests.exitCode ?? 1;
await dropPostgresDatabase(server.url, name);
await server.stop();
