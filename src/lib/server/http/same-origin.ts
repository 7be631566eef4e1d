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
