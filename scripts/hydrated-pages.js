import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Leaves out of the client's list of pages those that never hydrate: every link loads its page anew, so that nobody
 * asks for them, and their names would travel with every page that does.
 * @returns {import('vite').Plugin}
 */
export function hydratedPages() {
	return {
		name: 'hydrated-pages',
		apply: 'build',
		transform(code, id) {
			if (!id.endsWith('/generated/client-optimized/app.js')) return undefined;
			return code.replaceAll(/\(\) => import\('\.\/nodes\/(\d+)'\)/g, (kept, number) =>
				isHydrated(resolve(id, '..', 'nodes', `${number}.js`)) ? kept : '() => Promise.resolve({})'
			);
		}
	};
}

/** Layouts and error pages may stand around any page. @param {string} node file that names the parts of a page */
function isHydrated(node) {
	const text = readFileSync(node, 'utf8');
	if (!text.includes('/+page.svelte"')) return true;
	const [, universal] = /^import \* as universal from "(.+)";$/m.exec(text) ?? [];
	if (universal === undefined) return false;
	return /^export const csr = true;$/m.test(readFileSync(resolve(node, '..', universal), 'utf8'));
}
