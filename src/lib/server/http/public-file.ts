import { publicHeaders } from './for-everyone.ts';
import { attachment } from './send-file.ts';

/** A file that anybody and any site may read and keep; under a name when it is to be saved. */
export function publicFile(body: string | Uint8Array<ArrayBuffer>, type: string, name?: string): Response {
	const made = typeof body === 'string' ? body : Buffer.from(body).toString('base64');
	const headers = new Headers({
		...publicHeaders(made),
		'Content-Type': type,
		'Access-Control-Allow-Origin': '*',
		...(name === undefined ? {} : { 'Content-Disposition': attachment(name) })
	});
	return new Response(body, { headers });
}
