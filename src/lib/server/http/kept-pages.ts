import { createHash } from 'node:crypto';
import { keptByVersion } from '#lib/server/kept-by-version.ts';

export interface KeptPage {
	etag: string;
	body: Uint8Array<ArrayBuffer>;
	headers: readonly (readonly [string, string])[];
}

/** Rendered pages in memory, each with the tag of its bytes. */
export function keptPages(maxBytes: number) {
	const pages = keptByVersion<KeptPage>(maxBytes);
	return {
		find: pages.find,
		keep(key: string, version: string, body: Uint8Array<ArrayBuffer>, headers: Headers): KeptPage {
			const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
			const page = { etag, body, headers: [...headers].filter(([name]) => name !== 'etag') };
			pages.keep(key, version, page, body.byteLength);
			return page;
		},
		get bytes() {
			return pages.bytes;
		}
	};
}
