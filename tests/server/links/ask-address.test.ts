import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askAddress, BOUNDS } from '#lib/server/links/ask-address.ts';
import { sha256 } from '#lib/server/ids.ts';

const LOOPBACK = {
	...BOUNDS,
	isAllowed: (address: string) => address === '127.0.0.1',
	mostMilliseconds: 1500
};

async function withServer(answer: RequestListener, run: (base: string) => Promise<void>): Promise<void> {
	const server = createServer(answer);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	try {
		await run(`http://127.0.0.1:${port}`);
	} finally {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	}
}

test('a page is hashed as it was sent, also behind redirects', () =>
	withServer(
		(request, response) => {
			if (request.url === '/page') response.end('The page');
			else response.writeHead(302, { location: request.url === '/old' ? '/page' : '/old' }).end();
		},
		async (base) => {
			const expected = { kind: 'body', status: 200, sha256: sha256('The page'), size: 8 };
			expect(await askAddress(`${base}/page`, LOOPBACK)).toEqual(expected);
			expect(await askAddress(`${base}/older`, LOOPBACK)).toEqual(expected);
		}
	));

test('what is not there, and what the site does not give, is told by its status', () =>
	withServer(
		(request, response) => response.writeHead(request.url === '/gone' ? 410 : 404).end('Not here'),
		async (base) => {
			expect(await askAddress(`${base}/gone`, LOOPBACK)).toEqual({ kind: 'status', status: 410 });
			expect(await askAddress(`${base}/else`, LOOPBACK)).toEqual({ kind: 'status', status: 404 });
		}
	));

test('nothing inside of our network is ever asked, neither by address, nor by name, nor by a redirect', () =>
	withServer(
		(_request, response) => response.end('secret'),
		async (base) => {
			let asked = 0;
			await withServer(
				(_request, response) => {
					asked += 1;
					response.writeHead(302, { location: base }).end();
				},
				async (outer) => {
					expect((await askAddress(base)).kind).toBe('refused');
					expect((await askAddress(base.replace('127.0.0.1', 'localhost'))).kind).toBe('refused');
					expect((await askAddress(base.replace('127.0.0.1', '2130706433'))).kind).toBe('refused');
					expect((await askAddress(base.replace('127.0.0.1', '[::ffff:127.0.0.1]'))).kind).toBe('refused');
					const port = URL.parse(outer)?.port;
					const onlyOuter = {
						...LOOPBACK,
						isAllowed: (address: string) => asked === 0 && address === '127.0.0.1'
					};
					expect(await askAddress(`http://127.0.0.1:${port}`, onlyOuter)).toEqual({
						kind: 'refused',
						note: 'it leads into a private network'
					});
					expect(asked).toBe(1);
				}
			);
		}
	));

test.each(['file:///etc/passwd', 'ftp://example.org', 'https://me:secret@example.org', 'no address'])(
	'%s is not asked',
	async (url) => {
		expect((await askAddress(url, LOOPBACK)).kind).toBe('refused');
	}
);

test('a page without end, one that never comes and a ring of redirects are given up', () =>
	withServer(
		(request, response) => {
			if (request.url === '/endless') {
				const more = setInterval(() => response.write('x'.repeat(1000)), 1);
				response.on('close', () => clearInterval(more));
			} else if (request.url === '/ring') response.writeHead(302, { location: '/ring' }).end();
		},
		async (base) => {
			const small = { ...LOOPBACK, mostBytes: 5000 };
			expect((await askAddress(`${base}/endless`, small)).kind).toBe('none');
			expect(await askAddress(`${base}/silent`, { ...LOOPBACK, mostMilliseconds: 300 })).toEqual({
				kind: 'none',
				note: 'it took too long'
			});
			expect((await askAddress(`${base}/ring`, LOOPBACK)).kind).toBe('none');
		}
	));
