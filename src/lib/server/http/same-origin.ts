/**
 * Whether a request that may change something comes from our own pages: its Origin is ours, and where the browser
 * says so (it does on https and localhost), its site is the same.
 */
export function isSameOrigin(request: Request, ownOrigin: string): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return true;
	const site = request.headers.get('sec-fetch-site');
	return (
		request.headers.get('origin') === ownOrigin &&
		(site === null || site === 'same-origin' || site === 'none')
	);
}

/**
 * A mail program that stops mails in one click (RFC 8058) has no Origin. The address is the whole right to do it: no
 * cookie is looked at.
 */
function isOneClick(request: Request, url: URL): boolean {
	return request.method === 'POST' && /^\/unsubscribe\/[^/]+$/.test(url.pathname);
}

/** Requests that no page of ours makes: answered before anything is read or written. */
export function refusalOf(request: Request, url: URL): { status: number; message: string } | null {
	if (!isSameOrigin(request, url.origin) && !isOneClick(request, url))
		return { status: 403, message: 'This request came from another site.' };
	// PostgreSQL cannot even look for a text with this character.
	if (/%00/.test(url.pathname + url.search)) return { status: 400, message: 'This address cannot be read.' };
	return null;
}
