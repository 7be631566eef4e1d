import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProblem } from './check-node.mjs';
import { npm, read, root, say } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked
 * @param {string} file
 * @returns {Record<string, Locked>}
 */
function lockedPackages(file) {
	return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/** Compares what is locked with what npm noted as installed: dates lie after a clone or a checkout. */
function isInstalled() {
	const note = 'node_modules/.package-lock.json';
	if (!existsSync(join(root, note))) return false;
	const installed = lockedPackages(note);
	const locked = lockedPackages('package-lock.json');
	const wanted = Object.entries(locked).filter(([path]) => path !== '');
	return (
		Object.keys(installed).every((path) => path in locked) &&
		wanted.every(([path, { version, integrity, optional }]) => {
			const found = installed[path];
			if (found === undefined) return optional === true;
			return found.version === version && found.integrity === integrity;
		})
	);
}

/** Installs what is missing or out of date, and makes sure that what follows runs under a Node that can. */
export async function installIfStale() {
	if (!isInstalled()) {
		say('Installing the packages …');
		const code = await npm('ci', '--loglevel=error');
		if (code !== 0) {
			say('The packages could not be installed; npm says why above. Is the network there?');
			return false;
		}
	}
	const version = read('node', ['--print', 'process.versions.node']);
	const problem = nodeProblem(version);
	if (problem !== undefined) say(problem);
	return problem === undefined;
}
