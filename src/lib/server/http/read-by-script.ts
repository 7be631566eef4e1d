/** A page that a script of ours reads to take parts of it over: nobody looks at it, so browsers send no `document`. */
export function isReadByScript(request: Request): boolean {
	return request.headers.get('Sec-Fetch-Dest') === 'empty';
}

/** Its own styles stay away: their nonce is not the one of the page that reads it. */
export function withoutStyles(html: string): string {
	return html.replaceAll(/<style nonce=[^>]*>[^]*?<\/style>/g, '');
}
