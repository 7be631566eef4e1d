import { createHash } from 'node:crypto';
import adapter from './scripts/adapter.js';

/** The one inline style of the framework, on the element that tells a screen reader of a new page. */
const ANNOUNCER_STYLE =
	'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// A page that keeps a form is answered at the address of that form, however deep.
		paths: { relative: false },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': [
					'unsafe-hashes',
					`sha256-${createHash('sha256').update(ANNOUNCER_STYLE).digest('base64')}`
				],
				'img-src': ['self', 'data:'],
				'connect-src': ['self'],
				'font-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'base-uri': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url']
			}
		},
		// Every request that may change something is held against its origin in the hook, JSON too (http/same-origin.ts).
		csrf: { trustedOrigins: ['*'] },
		// A component's few rules travel in the page; the shared sheet is larger, linked and kept for a year.
		inlineStyleThreshold: 2048,
		typescript: {
			config(config) {
				config.include.push(
					'../*.js',
					'../*.ts',
					'../db/**/*.ts',
					'../scripts/**/*.js',
					'../scripts/**/*.mjs'
				);
			}
		}
	}
};
