import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import { SERVER } from '#scripts/run.mjs';
import { copyPostgresDatabase, dropPostgresDatabase, newDatabaseName } from './postgres-databases.ts';
import { findDemoProjectId, prepareDemo } from './demo-installation.ts';
import { freePort } from './free-port.ts';
import { httpClient, type HttpClient } from './http-client.ts';

const READY_WITHIN = 60_000;
const NOBODY_OUTSIDE = new URL('nobody-outside.mjs', import.meta.url).href;

export interface BuiltServer {
	http: HttpClient;
	origin: string;
	/** A second connection to the database of the server. */
	connection: Connection;
	dataDir: string;
	pid: number;
	/** Milliseconds from its start to its first answer. */
	startedWithin: number;
	/** What it wrote to its error output. */
	errors(): string;
	stop(): Promise<void>;
}

interface Options {
	dataDir: string;
	databaseUrl?: string;
	/** What people type, if not the address where it listens. */
	origin?: string;
	env?: Record<string, string>;
}

/** Starts what `npm run build` made, as production does, and waits until it answers. */
async function startBuiltServer(options: Options): Promise<BuiltServer> {
	const { dataDir, databaseUrl = '' } = options;
	const port = await freePort();
	const address = `http://localhost:${port}`;
	const env = {
		...process.env,
		PORT: String(port),
		ORIGIN: options.origin ?? address,
		DATA_DIR: dataDir,
		DATABASE_URL: databaseUrl,
		...options.env
	};
	const since = performance.now();
	const server = spawn(process.execPath, ['--import', NOBODY_OUTSIDE, ...SERVER], {
		env,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const ended = new Promise((resolve) => server.once('close', resolve));
	let log = '';
	server.stderr.on('data', (chunk: Buffer) => {
		log += chunk.toString();
	});
	const kill = () => server.kill('SIGKILL');
	process.once('exit', kill);

	const http = httpClient(address);
	for (;;) {
		const answer = await http.send('/healthz').catch(() => undefined);
		if (answer?.status === 200) break;
		if (server.exitCode !== null || performance.now() - since > READY_WITHIN) {
			kill();
			throw new Error(`The built server does not answer; is build/ up to date?\n${log}`);
		}
		await wait(20);
	}
	const startedWithin = performance.now() - since;
	const connection = await connect({ dataDir, databaseUrl });
	return {
		http,
		origin: options.origin ?? address,
		connection,
		dataDir,
		pid: server.pid ?? 0,
		startedWithin,
		errors: () => log,
		async stop() {
			http.close();
			await connection.close();
			server.kill('SIGTERM');
			await ended;
			process.off('exit', kill);
		}
	};
}

/** On PostgreSQL a copy of the rows that demo-setup.ts made there; on SQLite they lie in the folder. */
async function demoDatabase() {
	const { TEST_DEMO_SERVER: server, TEST_DEMO_TEMPLATE: template } = process.env;
	if (server === undefined || template === undefined)
		return { databaseUrl: '', drop: () => Promise.resolve() };
	const name = newDatabaseName();
	return {
		databaseUrl: await copyPostgresDatabase(server, template, name),
		drop: () => dropPostgresDatabase(server, name)
	};
}

/** A server of its own over the demonstration and a stranger's project, removed when it stops. */
export async function startDemoServer(options: Pick<Options, 'origin' | 'env'> = {}) {
	const dataDir = mkdtempSync(join(tmpdir(), 'leslie-routes-'));
	const { databaseUrl, drop } = await demoDatabase();
	await prepareDemo({ dataDir, databaseUrl });
	const server = await startBuiltServer({ ...options, dataDir, databaseUrl });
	return {
		...server,
		projectId: await findDemoProjectId(server.connection.db),
		async stop() {
			await server.stop();
			await drop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

export type DemoServer = Awaited<ReturnType<typeof startDemoServer>>;
