import type { RequestEvent } from '@sveltejs/kit';
import { publicHeaders } from './for-everyone.ts';
import { attachment } from './send-file.ts';

/** A file that anybody and any site may read and keep; under a name when it is to be saved. */
export function publicFile(
	{ request }: Pick<RequestEvent, 'request'>,
	body: string | Uint8Array<ArrayBuffer>,
	type: string,
	name?: string
): Response {
	const made = typeof body === 'string' ? body : Buffer.from(body).toString('base64');
	const headers = new Headers({
		...publicHeaders(made),
		'Content-Type': type,
		'Access-Control-Allow-Origin': '*',
		...(name === undefined ? {} : { 'Content-Disposition': attachment(name) })
	});
	if (request.headers.get('If-None-Match') === headers.get('ETag'))
		return new Response(null, { status: 304, headers });
	return new Response(body, { headers });
}
