import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createPostgresTemplate, dropPostgresDatabase, newDatabaseName } from './postgres-databases.ts';
import { startPostgres } from './postgres-server.ts';

/** The stories once more, with a throw-away PostgreSQL under the server. */
const given = process.env.TEST_DATABASE_URL;
const server = given === undefined ? await startPostgres() : { url: given, stop: async () => undefined };
if (server === undefined) throw new Error('PostgreSQL was not found on this machine');
const name = newDatabaseName();
await createPostgresTemplate(server.url, name);
const url = new URL(server.url);
url.pathname = `/${name}`;
const port = String(Number(process.env.E2E_PORT ?? 4173) + 1);
const args = ['test', '--grep', '@story', '--project=desktop', '--project=no-js', ...process.argv.slice(2)];
const tests = spawn('playwright', args, {
	env: { ...process.env, E2E_PORT: port, E2E_DATABASE_URL: url.href },
	stdio: 'inherit'
});
await once(tests, 'close');
process.exitCode = tests.exitCode ?? 1;
await dropPostgresDatabase(server.url, name);
await server.stop();
