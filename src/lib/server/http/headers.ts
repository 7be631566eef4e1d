/** Headers of every response, whatever answers it. */
export function secureHeaders(headers: Headers, options: { https: boolean; personal: boolean }): void {
	headers.set('X-Content-Type-Options', 'nosniff');
	headers.set('Referrer-Policy', 'same-origin');
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('Cross-Origin-Resource-Policy', 'same-origin');
	headers.set('X-Frame-Options', 'DENY');
	headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
	if (options.https) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
	if (options.personal) headers.set('Cache-Control', 'no-store');
	const type = headers.get('Content-Type');
	if (type !== null && /^(text\/|application\/json)/.test(type) && !type.includes('charset'))
		headers.set('Content-Type', `${type}; charset=utf-8`);
	if (!headers.has('Content-Security-Policy'))
		headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
}
