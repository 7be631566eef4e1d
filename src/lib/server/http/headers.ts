/** What depends on the answer; the headers that every response has are set in `scripts/server-defaults.js`. */
export function secureHeaders(headers: Headers, options: { personal: boolean }): void {
	if (options.personal && !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
	const type = headers.get('Content-Type');
	if (type !== null && /^(text\/|application\/json)/.test(type) && !type.includes('charset'))
		headers.set('Content-Type', `${type}; charset=utf-8`);
}

/** Makes the browser drop every page it keeps of ours, so that its Back button shows none after the sign-out. */
export const FORGET_PAGES = { 'clear-site-data': '"cache"' } as const;

/** Browsers heed `Clear-Site-Data` only where nobody on the way can have written it. */
export function forgetsOnRequest({ protocol, hostname }: URL): boolean {
	return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
