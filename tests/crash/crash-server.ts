import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { SERVER } from '#scripts/run.mjs';
import { freePort } from '#tests/support/free-port.ts';
import { httpClient, type HttpClient } from '#tests/support/http-client.ts';

const READY_WITHIN = 60_000;

export interface CrashServer {
	http: HttpClient;
	port: number;
	/** Ends the process as a signal does, and resolves to its exit code; null when it had no time to give one. */
	end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** The built server with nobody else at its database, so that what a crash leaves is what the next start finds. */
export async function startCrashServer(where: {
	dataDir: string;
	databaseUrl: string;
	env?: Record<string, string>;
}): Promise<CrashServer> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		PORT: String(port),
		ORIGIN: origin,
		DATA_DIR: where.dataDir,
		DATABASE_URL: where.databaseUrl,
		...where.env
	};
	const server = spawn(process.execPath, SERVER, { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	server.stderr.on('data', (chunk: Buffer) => {
		log += chunk.toString();
	});
	const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
	const kill = () => server.kill('SIGKILL');
	process.once('exit', kill);

	const http = httpClient(origin);
	const since = performance.now();
	for (;;) {
		const answer = await http.send('/readyz').catch(() => undefined);
		if (answer?.status === 200) break;
		if (server.exitCode !== null || performance.now() - since > READY_WITHIN) {
			kill();
			throw new Error(`The built server is not ready; is build/ up to date?\n${answer?.body ?? ''}\n${log}`);
		}
		await wait(20);
	}
	return {
		http,
		port,
		async end(signal) {
			server.kill(signal);
			const code = await ended;
			http.close();
			process.off('exit', kill);
			return code;
		}
	};
}
