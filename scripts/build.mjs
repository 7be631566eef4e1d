import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, run, say } from './run.mjs';

const INPUTS = [
	'src',
	'static',
	'db',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
	'scripts/adapter.js',
	'scripts/server-defaults.js'
];
const STAMP = join(root, 'build', 'stamp');

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
	if (!existsSync(join(root, path))) return [];
	if (statSync(join(root, path)).isFile()) return [path];
	const entries = readdirSync(join(root, path), { withFileTypes: true });
	return entries
		.map((entry) => `${path}/${entry.name}`)
		.flatMap((inner, index) => (entries[index]?.isDirectory() ? filesOf(inner) : [inner]))
		.sort();
}

function hashOfInputs() {
	const hash = createHash('sha256');
	for (const file of INPUTS.flatMap(filesOf)) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(join(root, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

export function buildIsStale() {
	return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hashOfInputs();
}

/** The inputs are hashed first: what is changed during the build counts as not built. */
export async function build() {
	const hash = hashOfInputs();
	const code = await run('vite', ['build', '--logLevel', 'warn']);
	if (code === 0) writeFileSync(STAMP, hash);
	return code;
}

if (isMain(import.meta.url)) {
	process.exitCode = await build();
	if (process.exitCode === 0) say('Built into build/.');
}
