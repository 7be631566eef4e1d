import type { Handle } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below that the packing costs more than the way. */
const WORTH_BYTES = 1024;
/** A window of 256 KiB, more than a page: a packer with the usual 4 MiB takes the memory and gains nothing. */
const WINDOW_BITS = 18;
const TEXTS = /^(?:text\/(?:html|calendar)|application\/(?:ld\+)?json)\b/;

const ways = {
	br: (body: Uint8Array) =>
		promisify(brotliCompress)(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 5,
				[constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength
			}
		}),
	gzip: (body: Uint8Array) => promisify(gzip)(body)
};

/** The better of the two that a browser takes. */
export function encodingFor(accepted: string | null): keyof typeof ways | null {
	const taken = new Set(
		(accepted ?? '')
			.split(',')
			.map((one) => one.trim().split(/\s*;\s*/))
			.filter(([, weight = '']) => !/^q=0(?:\.0*)?$/.test(weight))
			.map(([name]) => name)
	);
	if (taken.has('br')) return 'br';
	return taken.has('gzip') ? 'gzip' : null;
}

/** How an answer to this request is packed; null if it is not. */
export function encodingOf(request: Request) {
	return encodingFor(request.headers.get('Accept-Encoding'));
}

/** Whether the browser holds what has this tag, packed or not. */
function isHeld(request: Request, tag: string | null): boolean {
	const held = request.headers.get('If-None-Match');
	return held !== null && tag !== null && strong(held) === strong(tag);
}

function strong(tag: string): string {
	return tag.replace(/^W\//, '');
}

/** What the browser holds is not sent again. */
export const spare: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { headers, status } = response;
	if (status !== 200 || !isHeld(event.request, headers.get('ETag'))) return response;
	headers.delete('Content-Length');
	headers.delete('Content-Encoding');
	return new Response(null, { status: 304, headers });
};

/** Pages are packed: on a weak link their size is what people wait for. */
export const pack: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { body, headers, status } = response;
	if (!TEXTS.test(headers.get('Content-Type') ?? '')) return response;
	headers.append('Vary', 'Accept-Encoding');
	const encoding = encodingOf(event.request);
	if (body === null || encoding === null || event.request.method === 'HEAD') return response;

	const plain = new Uint8Array(await response.arrayBuffer());
	if (plain.byteLength < WORTH_BYTES) return new Response(plain, { status, headers });
	const packed = new Uint8Array(await ways[encoding](plain));
	headers.set('Content-Encoding', encoding);
	headers.set('Content-Length', String(packed.byteLength));
	const tag = headers.get('ETag');
	// The tag is that of the text, whichever way its bytes travel.
	if (tag?.startsWith('"')) headers.set('ETag', `W/${tag}`);
	return new Response(packed, { status, headers });
};
