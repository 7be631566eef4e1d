import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { build, buildIsStale } from './build.mjs';
import { installIfStale } from './install.mjs';
import { read, run, say, SERVER, start } from './run.mjs';

const port = process.env.PORT || '3000';
const origin = process.env.ORIGIN || `http://localhost:${port}`;
// The accounts of the demonstration have a known password: without a public address, this machine only.
const host = process.env.HOST || (process.env.ORIGIN ? '0.0.0.0' : '127.0.0.1');
const READY_WITHIN = 60_000;

function portIsFree() {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(Number(port), host, () => probe.close(() => resolve(true)));
	});
}

/** @returns {Promise<string | undefined>} what is missing, as a sentence */
async function prepare() {
	if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
		return `PORT is "${port}"; expected a port from 1 to 65535, such as PORT=3001 npm start`;
	}
	if (!(await portIsFree())) {
		return `Port ${port} is taken or not allowed; choose another one: PORT=3001 npm start`;
	}
	if (!(await installIfStale())) return 'Without its packages it cannot start.';
	if (buildIsStale()) {
		say('Building …');
		if ((await build()) !== 0) return 'It could not be built; the reason is above.';
	}
	if ((await run('node', ['db/cli.ts', 'migrate'])) !== 0) {
		return 'The database could not be brought up to date; the reason is above.';
	}
	const demo = await run('node', ['db/cli.ts', 'demo', '--if-empty'], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
	return demo === 0 ? undefined : 'The demonstration project could not be made; the reason is above.';
}

/** @param {import('node:child_process').ChildProcess} server */
async function untilReady(server) {
	const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/healthz`;
	for (const since = performance.now(); performance.now() - since < READY_WITHIN; await wait(100)) {
		if (server.exitCode !== null || server.signalCode !== null) return false;
		const answer = await fetch(address).catch(() => undefined);
		if (answer?.ok === true) return true;
	}
	return false;
}

/** Who started us, and who started that: npm puts a shell between. */
function starters() {
	const status = `/proc/${process.ppid}/status`;
	const above = existsSync(status) ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : '';
	return `${process.ppid} ${above}`;
}

/** Started by npm, it ends when npm does, even when npm was killed outright. @param {() => void} stop */
function followNpm(stop) {
	if (process.env.npm_lifecycle_event !== 'start') return;
	const atFirst = starters();
	const watch = setInterval(() => {
		if (starters() === atFirst) return;
		clearInterval(watch);
		stop();
	}, 1000).unref();
}

async function serve() {
	// The channel tells the server when this process is gone (build/defaults.js).
	const server = start('node', SERVER, {
		env: { PORT: port, ORIGIN: origin, HOST: host },
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	const ended = new Promise((resolve) => server.once('close', (code) => resolve(code ?? 1)));
	const stop = () => server.kill('SIGTERM');
	process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
	followNpm(stop);

	if (await untilReady(server)) {
		const accounts = read('node', ['db/cli.ts', 'demo', '--accounts']);
		say(`\n${accounts === '' ? '' : `${accounts}\n\n`}Open ${origin}   (Ctrl+C stops it)`);
	} else if (server.exitCode === null && server.signalCode === null) {
		say('The server does not answer; its messages are above.');
		stop();
	}
	return ended;
}

const problem = await prepare();
if (problem === undefined) process.exitCode = await serve();
else {
	say(problem);
	process.exitCode = 1;
}
