import { expect, test } from 'vitest';
import { keptPages } from '#lib/server/http/kept-pages.ts';

const bytes = (size: number, fill = 1) => new Uint8Array(size).fill(fill);

test('a kept page answers for the data it was rendered from and for no other', () => {
	const pages = keptPages(1000);
	const page = pages.keep('anna /leslie', '7', bytes(10), new Headers({ 'content-type': 'text/html' }));
	expect(pages.find('anna /leslie', '7')).toBe(page);
	expect(pages.find('anna /leslie', '8')).toBeUndefined();
	expect(pages.find('berik /leslie', '7')).toBeUndefined();
});

test('two pages with different bytes have different tags, the same bytes the same', () => {
	const pages = keptPages(1000);
	const first = pages.keep('a', '1', bytes(10), new Headers());
	const same = pages.keep('b', '1', bytes(10), new Headers());
	const other = pages.keep('c', '1', bytes(10, 2), new Headers());
	expect(same.etag).toBe(first.etag);
	expect(other.etag).not.toBe(first.etag);
});

test('the page asked for longest ago leaves first, and memory never holds more than allowed', () => {
	const pages = keptPages(25);
	pages.keep('a', '1', bytes(10), new Headers());
	pages.keep('b', '1', bytes(10), new Headers());
	pages.find('a', '1');
	pages.keep('c', '1', bytes(10), new Headers());
	expect(pages.find('b', '1')).toBeUndefined();
	expect(pages.find('a', '1')).toBeDefined();
	expect(pages.bytes).toBe(20);
	pages.keep('a', '2', bytes(5), new Headers());
	expect(pages.bytes).toBe(15);
});
