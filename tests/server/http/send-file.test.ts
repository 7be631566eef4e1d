import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newIncomingPath, openFileStore, placeFile, type FileStore } from '#lib/server/files/store.ts';
import { attachment, sendFile } from '#lib/server/http/send-file.ts';
import { sha256 } from '#lib/server/ids.ts';

const CONTENT = '0123456789';
const FILE = { name: 'Отчёт.csv', sha256: sha256(CONTENT), size: 10, mediaType: 'text/csv' };

let folder: string;
let store: FileStore;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-send-'));
	store = await openFileStore(folder);
	const path = newIncomingPath(store);
	await writeFile(path, CONTENT);
	await placeFile(store, path, FILE.sha256);
});

afterEach(() => rmSync(folder, { recursive: true }));

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
	sendFile(new Request('http://localhost/', { method, headers }), store, FILE);

describe('a download', () => {
	test('is something to save, and nothing that a browser would run', async () => {
		const response = await ask();
		expect(response.status).toBe(200);
		expect(await response.text()).toBe(CONTENT);
		expect(Object.fromEntries(response.headers)).toEqual({
			'accept-ranges': 'bytes',
			'cache-control': 'private, no-store',
			'content-disposition': `attachment; filename="_____.csv"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82.csv`,
			'content-length': '10',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
			'content-type': 'text/csv',
			etag: `"${FILE.sha256}"`,
			'x-content-type-options': 'nosniff'
		});
	});

	test('asked for by its head has the headers and no body', async () => {
		const response = await ask({}, 'HEAD');
		expect(response.headers.get('Content-Length')).toBe('10');
		expect(await response.text()).toBe('');
	});

	test('that the browser has already is not sent again', async () => {
		expect((await ask({ 'If-None-Match': `"x", "${FILE.sha256}"` })).status).toBe(304);
	});

	test.each([
		['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
		['bytes=7-', 206, '789', 'bytes 7-9/10'],
		['bytes=-2', 206, '89', 'bytes 8-9/10'],
		['bytes=-99', 206, CONTENT, 'bytes 0-9/10'],
		['bytes=9-99', 206, '9', 'bytes 9-9/10'],
		['bytes=10-', 416, '', 'bytes */10'],
		['bytes=-0', 416, '', 'bytes */10'],
		['bytes=5-2', 200, CONTENT, null],
		['bytes=0-1,4-5', 200, CONTENT, null],
		['bytes=-', 200, CONTENT, null],
		['lines=1-2', 200, CONTENT, null]
	])('of the range %s is answered with %i', async (range, status, body, contentRange) => {
		const response = await ask({ Range: range });
		expect(response.status).toBe(status);
		expect(await response.text()).toBe(body);
		expect(response.headers.get('Content-Range')).toBe(contentRange);
	});

	test('is sent whole when the part on the other side is of another file', async () => {
		expect((await ask({ Range: 'bytes=0-3', 'If-Range': '"other"' })).status).toBe(200);
		expect((await ask({ Range: 'bytes=0-3', 'If-Range': `"${FILE.sha256}"` })).status).toBe(206);
	});

	test.each([
		['plain.pdf', `attachment; filename="plain.pdf"; filename*=UTF-8''plain.pdf`],
		['a"b\\c%.pdf', `attachment; filename="a_b_c_.pdf"; filename*=UTF-8''a%22b%5Cc%25.pdf`],
		[
			'x\r\nSet-Cookie: a=b',
			`attachment; filename="x__Set-Cookie: a=b"; filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a%3Db`
		],
		["É (1)'*!.odt", `attachment; filename="E (1)'*!.odt"; filename*=UTF-8''%C3%89%20%281%29%27%2A%21.odt`]
	])('called %j has a header that cannot be broken out of', (name, header) => {
		expect(attachment(name)).toBe(header);
	});
});
