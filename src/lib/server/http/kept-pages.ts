import { createHash } from 'node:crypto';

export interface KeptPage {
	/** The data version it was rendered from. */
	version: string;
	etag: string;
	body: Uint8Array<ArrayBuffer>;
	headers: readonly (readonly [string, string])[];
}

/** Rendered pages in memory, the least recently used leaving first when they outgrow `maxBytes`. */
export function keptPages(maxBytes: number) {
	const pages = new Map<string, KeptPage>();
	let bytes = 0;

	function drop(key: string): void {
		bytes -= pages.get(key)?.body.byteLength ?? 0;
		pages.delete(key);
	}

	return {
		find(key: string, version: string): KeptPage | undefined {
			const page = pages.get(key);
			if (page?.version !== version) return undefined;
			pages.delete(key);
			pages.set(key, page);
			return page;
		},
		keep(key: string, version: string, body: Uint8Array<ArrayBuffer>, headers: Headers): KeptPage {
			drop(key);
			const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
			const page = { version, etag, body, headers: [...headers].filter(([name]) => name !== 'etag') };
			pages.set(key, page);
			bytes += body.byteLength;
			for (const oldest of pages.keys()) {
				if (bytes <= maxBytes) break;
				drop(oldest);
			}
			return page;
		},
		get bytes() {
			return bytes;
		}
	};
}
