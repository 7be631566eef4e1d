import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root, say } from './run.mjs';

const FOLDERS = ['src', 'db', 'tests'];
const SUBPATHS = { '#lib/': 'src/lib/', '#db/': 'db/', '#tests/': 'tests/' };
/** Also those of types; not `import()`, which runs later. */
const STATIC_IMPORT = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm;

/** @param {string} folder @returns {string[]} */
function sources(folder) {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|js|svelte)$/.test(name))
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** @param {string} file @returns {string[]} */
function importsOf(file) {
	const text = readFileSync(join(root, file), 'utf8');
	return [...text.matchAll(STATIC_IMPORT)].flatMap(([, target = '']) => {
		if (target.startsWith('.')) return [normalize(join(dirname(file), target)).replaceAll('\\', '/')];
		const subpath = Object.entries(SUBPATHS).find(([start]) => target.startsWith(start));
		return subpath === undefined ? [] : [target.replace(...subpath)];
	});
}

const existing = FOLDERS.filter((folder) => readdirSync(root).includes(folder));
const graph = new Map(existing.flatMap(sources).map((file) => [file, importsOf(file)]));
/** @type {Set<string>} */
const done = new Set();
/** @type {string[]} */
const circles = [];

/** @param {string} file @param {string[]} trail */
function visit(file, trail) {
	const start = trail.indexOf(file);
	if (start >= 0) circles.push([...trail.slice(start), file].join('\n  → '));
	if (start >= 0 || done.has(file)) return;
	for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
	done.add(file);
}

for (const file of graph.keys()) visit(file, []);
for (const circle of circles)
	say(`A circle of imports; move what they share into a file of its own:\n  ${circle}`);
process.exitCode = circles.length === 0 ? 0 : 1;
