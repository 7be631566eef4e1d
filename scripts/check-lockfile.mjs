import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './run.mjs';

/** @type {Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }>} */
const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

/**
 * Node looks for a package beside its user, then one node_modules further up each time.
 * @param {string} user
 * @param {string} name
 */
function isLocked(user, name) {
	const parents = user === '' ? [] : user.slice('node_modules/'.length).split('/node_modules/');
	return [...parents, name].some((_, depth) => {
		const place = [...parents.slice(0, depth), name].map((part) => `node_modules/${part}`).join('/');
		return place in packages;
	});
}

const missing = Object.entries(packages).flatMap(([user, { optionalDependencies = {} }]) =>
	Object.keys(optionalDependencies)
		.filter((name) => !isLocked(user, name))
		.map(
			(name) =>
				`${user || 'package.json'} has ${name} as an optional package, which the lockfile lacks: npm ci would refuse it. Pin a version whose packages are all published.`
		)
);
const addressed = Object.entries(packages)
	.filter(([, { resolved }]) => resolved !== undefined)
	.map(([path]) => `${path} names the address that it came from; .npmrc has a setting that leaves it out.`);
const configured = /^[^#;]*(?:registry|_auth\w*)\s*=/im.test(readFileSync(join(root, '.npmrc'), 'utf8'))
	? ['.npmrc names a registry; that belongs into the settings of the machine.']
	: [];

const problems = [...missing, ...addressed, ...configured];
for (const problem of problems) say(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
