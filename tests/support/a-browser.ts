import type { Cookies } from '@sveltejs/kit';
import type { Browser } from '#lib/server/auth/sessions.ts';

interface GivenBrowser {
	origin?: string;
	address?: string;
	method?: string;
	cookies?: Map<string, string>;
}

/** A browser with a jar of cookies of its own; give the jar of another one to send the same cookies again. */
export function aBrowser(given: GivenBrowser = {}): Browser & { jar: Map<string, string> } {
	const { origin = 'http://localhost:3000', address = '203.0.113.7', method = 'GET' } = given;
	const jar = given.cookies ?? new Map<string, string>();
	const cookies: Cookies = {
		get: (name) => jar.get(name),
		getAll: () => [...jar].map(([name, value]) => ({ name, value })),
		set(name, value, options) {
			if (options.maxAge === 0) jar.delete(name);
			else jar.set(name, value);
		},
		delete: (name) => void jar.delete(name),
		serialize: () => ''
	};
	const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
	return {
		jar,
		cookies,
		url: new URL(`${origin}/login`),
		request: new Request(`${origin}/login`, { method, headers }),
		getClientAddress: () => address
	};
}
