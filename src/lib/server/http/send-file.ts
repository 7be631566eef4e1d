import { readStoredFile } from '#lib/server/files/read-file.ts';
import type { FileStore } from '#lib/server/files/store.ts';
import { parseRange } from './byte-range.ts';

interface Sent {
	name: string;
	sha256: string;
	size: number;
	mediaType: string;
}

/** A stored file as something to save, never to show: no browser may run what is in it. */
export async function sendFile(request: Request, store: FileStore, file: Sent): Promise<Response> {
	const etag = `"${file.sha256}"`;
	const headers = new Headers({
		'Content-Type': file.mediaType,
		'Content-Disposition': attachment(file.name),
		'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
		'X-Content-Type-Options': 'nosniff',
		'Cache-Control': 'private, no-store',
		'Accept-Ranges': 'bytes',
		ETag: etag
	});
	if (isListed(request.headers.get('If-None-Match'), etag))
		return new Response(null, { status: 304, headers });

	const isSame = (request.headers.get('If-Range') ?? etag) === etag;
	const range = isSame ? parseRange(request.headers.get('Range'), file.size) : undefined;
	if (range === null) {
		headers.set('Content-Range', `bytes */${file.size}`);
		return new Response(null, { status: 416, headers });
	}
	if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`);
	headers.set('Content-Length', String(range ? range.end - range.start + 1 : file.size));
	const body = request.method === 'HEAD' ? null : await readStoredFile(store, file.sha256, range);
	return new Response(body, { status: range ? 206 : 200, headers });
}

/** The name twice, as RFC 6266 has it: plain letters for old programs, and the whole name in UTF-8. */
export function attachment(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const whole = encodeURIComponent(name.toWellFormed()).replace(
		/['()*!]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function isListed(header: string | null, etag: string): boolean {
	return (header ?? '').split(',').some((one) => one.trim() === etag || one.trim() === '*');
}
