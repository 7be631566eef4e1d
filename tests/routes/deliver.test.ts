import { afterAll, beforeAll, expect, test } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingFor } from '#lib/server/http/deliver.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { sendRaw } from '#tests/support/send-raw.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

let server: DemoServer;
let cookie: string;

beforeAll(async () => {
	server = await startDemoServer();
	cookie = await cookieOf(server.connection.db, 'coordinator');
}, 300_000);
afterAll(() => server.stop());

const LIST = '/leslie/deliverables';
const OPEN = '/leslie/catalogue/public';

/** Every answer has a nonce of its own for the page's own styles. */
const pageOf = (body: Buffer) => body.toString().replaceAll(/nonce="[^"]+"/g, '');

test.each([
	['br', brotliDecompressSync],
	['gzip', gunzipSync]
] as const)('a page travels as %s to whoever takes it, and is the same page', async (encoding, unpack) => {
	for (const path of [LIST, OPEN]) {
		const plain = await sendRaw(server.http.origin + path, { cookie });
		const packed = await sendRaw(server.http.origin + path, { cookie, 'accept-encoding': encoding });
		expect(packed.headers['content-encoding'], path).toBe(encoding);
		expect(packed.headers['content-length'], path).toBe(String(packed.body.byteLength));
		expect(packed.headers.vary, path).toContain('Accept-Encoding');
		expect(packed.body.byteLength, path).toBeLessThan(plain.body.byteLength / 3);
		expect(pageOf(unpack(packed.body)), path).toBe(pageOf(plain.body));
	}
});

test('a page kept in memory goes to each browser in the way that it takes', async () => {
	const path = '/leslie/work-packages';
	const ask = (encoding: string) =>
		sendRaw(server.http.origin + path, { cookie, 'accept-encoding': encoding });
	const first = { br: await ask('br'), gzip: await ask('gzip'), none: await ask('identity') };
	const again = { br: await ask('br'), gzip: await ask('gzip'), none: await ask('identity') };
	expect(again.br.body.equals(first.br.body), 'kept, with its nonce').toBe(true);
	expect(brotliDecompressSync(again.br.body).toString()).toContain('</html>');
	expect(gunzipSync(again.gzip.body).toString()).toContain('</html>');
	expect(again.none.body.toString()).toContain('</html>');
	expect(again.br.headers.vary).toBe('Accept-Encoding, Cookie');
});

test('who takes neither gets the page as it is', async () => {
	const answer = await sendRaw(server.http.origin + LIST, { cookie, 'accept-encoding': 'br;q=0, zstd' });
	expect(answer.headers['content-encoding']).toBeUndefined();
	expect(answer.headers.vary).toContain('Accept-Encoding');
});

test('a page that came packed and is unchanged is not sent again', async () => {
	for (const path of [LIST, OPEN, `${OPEN}/elm.jsonld`]) {
		const asked = { cookie, 'accept-encoding': 'br' };
		const { headers } = await sendRaw(server.http.origin + path, asked);
		expect(headers.etag, path).toMatch(/^(?:W\/)?"/);
		const again = await sendRaw(server.http.origin + path, { ...asked, 'if-none-match': headers.etag ?? '' });
		expect([again.status, again.body.byteLength], path).toEqual([304, 0]);
	}
});

test.each([
	[null, null],
	['', null],
	['identity', null],
	['gzip, deflate, br, zstd', 'br'],
	['gzip, deflate', 'gzip'],
	['br;q=0, gzip;q=0.5', 'gzip'],
	['br; q=0.000', null],
	['brotli', null]
])('of %s it takes %s', (accepted, taken) => {
	expect(encodingFor(accepted)).toBe(taken);
});
