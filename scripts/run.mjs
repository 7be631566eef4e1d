import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** How the built server is started. A small young generation: rendered pages die young, and a larger one is kept for ever. */
export const SERVER = ['--max-semi-space-size=8', 'build'];

const isWindows = process.platform === 'win32';
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';

/** The Node and the tools of this project come first on PATH, however the script itself was started. */
const environment = {
	...process.env,
	[pathName]: join(root, 'node_modules', '.bin') + delimiter + (process.env[pathName] ?? '')
};

/** @param {string} text */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/** @param {string} moduleUrl */
export function isMain(moduleUrl) {
	const started = process.argv[1];
	return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * With `told` what the command prints goes there, and not to the terminal.
 * @typedef {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions, told?: (chunk: Buffer) => void }} RunOptions
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function start(command, args, { env = {}, told, stdio = told ? 'pipe' : 'inherit' } = {}) {
	const child = spawn(command, args, {
		cwd: root,
		env: { ...environment, ...env },
		stdio,
		shell: isWindows
	});
	if (told) for (const stream of [child.stdout, child.stderr]) stream?.on('data', told);
	return child;
}

/**
 * Waits for a command and passes on what would stop this script; answers its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options) {
	const child = start(command, args, options);
	/** @param {NodeJS.Signals} signal */
	const stop = (signal) => {
		child.kill(signal);
		process.exitCode = 1;
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
	return new Promise((resolve) => {
		/** @param {number} code */
		const end = (code) => {
			process.off('SIGINT', stop).off('SIGTERM', stop);
			resolve(code);
		};
		child.once('error', (error) => {
			say(`${command} could not be started: ${error.message}`);
			end(1);
		});
		child.once('close', (code, signal) => {
			if (signal !== null) process.exitCode = 1;
			end(code ?? 1);
		});
	});
}

/**
 * What a command printed; an empty text when it failed.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function read(command, args) {
	const { stdout, status } = spawnSync(command, args, {
		cwd: root,
		env: environment,
		encoding: 'utf8',
		shell: isWindows
	});
	return status === 0 ? stdout.trim() : '';
}

/**
 * npm under the Node that runs us, for `npm ci` replaces the one in node_modules.
 * @param {readonly string[]} args
 */
export function npm(...args) {
	const script = process.env.npm_execpath;
	return script === undefined ? run('npm', args) : run(process.execPath, [script, ...args]);
}

/** @param {number} since milliseconds of `performance.now()` @param {number} [until] now */
export function seconds(since, until = performance.now()) {
	return `${((until - since) / 1000).toFixed(1)} s`;
}
