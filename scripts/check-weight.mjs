import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { root, say } from './run.mjs';

const BUDGET = { scripts: 60_000, charts: 60_000, scriptsAndStyles: 80_000 };
const OUTPUT = join(root, '.svelte-kit', 'output');

/**
 * @typedef {{ file: string, imports?: string[], dynamicImports?: string[] }} Chunk
 * @typedef {{ imports: string[], stylesheets: string[], fonts: string[], sources: string[], index: number }} PageNode
 * @typedef {{ id: string, page: null | { layouts: (number | undefined)[], leaf: number } }} Route
 */

/** @type {Map<string, number>} */
const weights = new Map();

/** @param {string} file bytes that travel, compressed as the build compresses */
function weightOf(file) {
	const known = weights.get(file) ?? brotliCompressSync(readFileSync(join(OUTPUT, 'client', file))).length;
	weights.set(file, known);
	return known;
}

/** @param {Iterable<string>} files */
function total(files) {
	return [...new Set(files)].reduce((sum, file) => sum + weightOf(file), 0);
}

/** @param {number} index @returns {PageNode} */
function readNode(index) {
	const text = readFileSync(join(OUTPUT, 'server', 'nodes', `${index}.js`), 'utf8');
	/** @param {string} name @returns {string[]} */
	const list = (name) =>
		JSON.parse(new RegExp(`^export const ${name} = (\\[.*?\\]);$`, 'ms').exec(text)?.[1] ?? '[]');
	const sources = [...text.matchAll(/^export const (?:universal|server)_id = "(.+)";$/gm)].map(
		([, id = '']) => id
	);
	return { index, sources, imports: list('imports'), stylesheets: list('stylesheets'), fonts: list('fonts') };
}

/** The innermost answer counts, as in the framework. @param {PageNode[]} nodes */
function hasScripts(nodes) {
	const answers = nodes.flatMap(({ sources }) =>
		sources.flatMap(
			(id) => /^export const csr = (true|false)/m.exec(readFileSync(join(root, id), 'utf8'))?.[1] ?? []
		)
	);
	return answers.at(-1) !== 'false';
}

/** @type {Record<string, Chunk>} */
const chunks = JSON.parse(readFileSync(join(OUTPUT, 'client', '.vite', 'manifest.json'), 'utf8'));

/** Everything that the given chunks may still ask for. @param {string[]} keys @param {Set<string>} [found] */
function reachable(keys, found = new Set()) {
	for (const key of keys) {
		const chunk = chunks[key];
		if (chunk === undefined || found.has(chunk.file)) continue;
		found.add(chunk.file);
		reachable([...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])], found);
	}
	return found;
}

/** @param {PageNode} node */
function loadedLater({ index }) {
	return reachable(Object.keys(chunks).filter((key) => key.endsWith(`/client-optimized/nodes/${index}.js`)));
}

/** @type {{ manifest: { _: { client: null | { imports: string[], stylesheets: string[] }, routes: Route[] } } }} */
const { manifest } = await import(pathToFileURL(join(OUTPUT, 'server', 'manifest-full.js')).href);
const client = manifest._.client ?? { imports: [], stylesheets: [] };

const pages = manifest._.routes.flatMap(({ id, page }) => {
	if (page === null) return [];
	const nodes = [...page.layouts, page.leaf].flatMap((index) =>
		index === undefined ? [] : [readNode(index)]
	);
	const css = [...client.stylesheets, ...nodes.flatMap(({ stylesheets }) => stylesheets)];
	const fonts = nodes.flatMap((node) => node.fonts);
	if (!hasScripts(nodes)) return [{ id, fonts, scripts: 0, charts: 0, styles: total(css) }];
	// The framework also fetches the outermost layout and error page, always.
	const eager = new Set([
		...client.imports,
		...[...nodes, readNode(0), readNode(1)].flatMap((node) => node.imports)
	]);
	const later = nodes
		.flatMap((node) => [...loadedLater(node)])
		.filter((file) => file.endsWith('.js') && !eager.has(file));
	return [{ id, fonts, scripts: total(eager), charts: total(later), styles: total(css) }];
});

const problems = pages.flatMap(({ id, scripts, charts, styles, fonts }) => [
	...(scripts > BUDGET.scripts
		? [
				`${id}: ${scripts} bytes of scripts; ${BUDGET.scripts} are allowed. Load charts with import() when they are seen.`
			]
		: []),
	...(charts > BUDGET.charts
		? [`${id}: ${charts} bytes of scripts loaded later; ${BUDGET.charts} are allowed.`]
		: []),
	...(scripts + styles > BUDGET.scriptsAndStyles
		? [
				`${id}: ${scripts + styles} bytes of scripts and styles; ${BUDGET.scriptsAndStyles} are allowed, the rest of 100 kB is for the page.`
			]
		: []),
	...(fonts.length > 0
		? [`${id}: loads a font (${fonts.join(', ')}); the product uses the fonts of the system.`]
		: [])
]);

/** @param {number} bytes */
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
say('Weight in kB after brotli, cold: scripts, scripts loaded later, styles');
for (const { id, scripts, charts, styles } of pages.sort((one, other) => other.scripts - one.scripts)) {
	say(`${kilo(scripts)} ${kilo(charts)} ${kilo(styles)}  ${id}`);
}
for (const problem of problems) say(problem);
process.exitCode = problems.length === 0 && existsSync(OUTPUT) ? 0 : 1;
