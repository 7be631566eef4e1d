import type { ByteRange } from '#lib/server/files/read-file.ts';

/**
 * The one range a Range header asks for: `undefined` is the whole file (no header, several ranges, or nonsense),
 * `null` a range that the file does not have.
 */
export function parseRange(header: string | null, size: number): ByteRange | null | undefined {
	const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
	if (!found) return undefined;
	const [, from = '', to = ''] = found;
	if (from === '' && to === '') return undefined;
	if (from === '') {
		const length = Math.min(Number(to), size);
		return length === 0 ? null : { start: size - length, end: size - 1 };
	}
	const start = Number(from);
	const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
	if (to !== '' && Number(to) < start) return undefined;
	return start >= size ? null : { start, end };
}
