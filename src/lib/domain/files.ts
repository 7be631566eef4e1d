/** Files in one form, and bytes of everything else that is typed in it. */
export const MOST_FILES = 20;
export const MOST_TYPED_BYTES = 512 * 1024;

export type FileReason =
	| { code: 'file-empty'; file: string }
	| { code: 'file-too-large'; file: string; megabytes: number }
	| { code: 'too-many-files'; most: number }
	| { code: 'file-type-contradicts'; file: string; extension: string; found: string }
	| { code: 'store-full' }
	| { code: 'store-not-writable' }
	| { code: 'link-not-web'; url: string };

/** A link is evidence only if a browser can follow it on the web. */
export function linkBlocks(url: string): FileReason[] {
	const parsed = URL.parse(url);
	const isWeb =
		parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '';
	return isWeb ? [] : [{ code: 'link-not-web', url: url.slice(0, 200) }];
}
