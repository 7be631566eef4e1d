import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface PostgresServer {
	/** Its `postgres` database, as a user who may create others. */
	url: string;
	stop(): Promise<void>;
}

const SPEED_BEFORE_SAFETY = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };
const READY_WITHIN = 60_000;

function findPrograms(): string | undefined {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...globSync('/usr/lib/postgresql/*/bin')];
	return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root; root hands it to the `postgres` user of the machine. */
function unprivileged(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: ask('-u'), gid: ask('-g') };
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
			probe.close(() => resolve(port));
		});
	});
}

function untilReady(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let log = '';
		const fail = (reason: string) => reject(new Error(`PostgreSQL ${reason}:\n${log}`));
		const timer = setTimeout(() => fail('did not start in time'), READY_WITHIN);
		server.once('error', reject);
		server.once('exit', () => fail('ended at its start'));
		server.stderr?.on('data', (chunk: Buffer) => {
			log += chunk.toString();
			if (!log.includes('ready to accept connections')) return;
			clearTimeout(timer);
			server.stderr?.removeAllListeners('data').resume();
			resolve();
		});
	});
}

/** A throw-away server on loopback with a random password, or `undefined` where PostgreSQL is not installed. */
export async function startPostgres(
	settings: Record<string, string> = SPEED_BEFORE_SAFETY
): Promise<PostgresServer | undefined> {
	const programs = findPrograms();
	if (programs === undefined) return undefined;

	const owner = unprivileged();
	const folder = mkdtempSync(join(tmpdir(), 'leslie-postgres-'));
	const password = randomBytes(12).toString('hex');
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (owner.uid !== undefined && owner.gid !== undefined) {
		chownSync(folder, owner.uid, owner.gid);
		chownSync(passwordFile, owner.uid, owner.gid);
	}

	const data = join(folder, 'data');
	const how = [
		'--auth=password',
		'--username=postgres',
		`--pwfile=${passwordFile}`,
		'--encoding=UTF8',
		'--locale=C'
	];
	execFileSync(join(programs, 'initdb'), ['-D', data, '--no-sync', ...how], {
		...owner,
		cwd: folder,
		stdio: 'pipe'
	});

	const port = await freePort();
	const options = {
		...settings,
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: '200'
	};
	const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
		...owner,
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const kill = () => server.kill('SIGQUIT');
	process.once('exit', kill);
	await untilReady(server);

	return {
		url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
		async stop() {
			process.removeListener('exit', kill);
			const ended = new Promise((resolve) => server.once('exit', resolve));
			if (server.exitCode === null && kill()) await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The server that TEST_DATABASE_URL names, or a throw-away one. */
export async function findTestServer(): Promise<PostgresServer> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given === undefined ? await startPostgres() : { url: given, stop: async () => undefined };
	if (server === undefined) throw new Error('This needs PostgreSQL on the machine, or TEST_DATABASE_URL');
	return server;
}
