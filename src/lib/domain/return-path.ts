/** A path of this site to go to after signing in; anything that could lead elsewhere is null. */
export function returnPath(next: string | null | undefined): string | null {
	if (!next || next.length > 2000 || !next.startsWith('/') || next.startsWith('//')) return null;
	// Browsers read a backslash as a slash, and drop tabs and line breaks.
	if (/[\\\p{Cc}]/u.test(next)) return null;
	const [path = ''] = next.split(/[?#]/);
	return path.includes('//') || /(^|\/)\.{1,2}(\/|$)/.test(decoded(path)) ? null : next;
}

function decoded(path: string): string {
	return path.replaceAll(/%2e/gi, '.');
}
