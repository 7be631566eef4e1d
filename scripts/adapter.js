import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import node from '@sveltejs/adapter-node';

/**
 * The Node adapter, with our defaults in front of it.
 * @returns {import('@sveltejs/kit').Adapter}
 */
export default function adapter() {
	const inner = node({ precompress: true });
	return {
		...inner,
		name: 'adapter-node-with-defaults',
		async adapt(builder) {
			await inner.adapt(builder);
			copyFileSync('scripts/server-defaults.js', 'build/defaults.js');
			writeFileSync('build/index.js', `import './defaults.js';\n${readFileSync('build/index.js', 'utf8')}`);
		}
	};
}
