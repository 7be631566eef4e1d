/** What depends on the answer; the headers that every response has are set in `scripts/server-defaults.js`. */
export function secureHeaders(headers: Headers, options: { personal: boolean }): void {
	if (options.personal) headers.set('Cache-Control', 'no-store');
	const type = headers.get('Content-Type');
	if (type !== null && /^(text\/|application\/json)/.test(type) && !type.includes('charset'))
		headers.set('Content-Type', `${type}; charset=utf-8`);
}
