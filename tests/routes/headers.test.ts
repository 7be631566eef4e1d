import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf as cookieFor } from '#tests/support/sign-in-as.ts';
import type { Answer, Asked } from '#tests/support/http-client.ts';
import { listCases, type Case } from './cases.ts';
import { addressOf } from './knock.ts';
import { listVisitors } from './people.ts';
import { listTargets } from './targets.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

let server: DemoServer;
let cases: Case[];

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	cases = listCases(await listTargets(db), await listVisitors(db));
});
afterAll(() => server.stop());

const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** Everything a header can be missing of, in words; empty when all is well. */
function faults(answer: Answer): string[] {
	const { headers, body } = answer;
	const type = headers['content-type'] ?? '';
	const policy = String(headers['content-security-policy'] ?? '');
	const isPage = type.startsWith('text/html');
	return [
		...Object.entries(ALWAYS).flatMap(([name, value]) =>
			headers[name] === value ? [] : [`${name} is missing`]
		),
		...(policy.startsWith("default-src 'none'") ? [] : [`policy is ${policy}`]),
		...(/unsafe-(inline|eval)/.test(policy) ? ['policy allows inline scripts or styles'] : []),
		...(isPage && body !== '' && !/script-src [^;]*'self'|sandbox/.test(policy)
			? ['page without a script policy']
			: []),
		// Static files (they alone are dated) take the charset of the page that asks for them.
		...(/^(text|application\/json)/.test(type) &&
		!/charset=utf-8/i.test(type) &&
		headers['last-modified'] === undefined
			? [`no charset in ${type}`]
			: []),
		...((headers['x-powered-by'] ?? headers.server) ? ['tells what it runs on'] : []),
		...(/node_modules|at async |\.ts:\d|SQLITE|select "/.test(body) ? ['shows a stack or a statement'] : [])
	];
}

/** One address for every door that answers a GET. */
function pages(name: string): Case[] {
	const mine = cases.filter((one) => one.visitor.name === name && one.row.form === undefined);
	return [
		...new Map(mine.map((one) => [`${one.row.route} ${one.target.slug} ${one.expected}`, one])).values()
	];
}

const cookieOf = (one: Case): Asked => (one.visitor.cookie === null ? {} : { cookie: one.visitor.cookie });

test.each(['coordinator', 'observer', 'canary.coordinator', 'nobody'])(
	'every page tells the browser to be strict with it, whatever it answers to %s',
	async (name) => {
		const found: string[] = [];
		for (const one of pages(name)) {
			const answer = await server.http.send(addressOf(one), cookieOf(one));
			for (const fault of faults(answer)) found.push(`${answer.status} ${addressOf(one)}: ${fault}`);
		}
		expect(found).toEqual([]);
	}
);

test('a page made for one person is kept by no cache', async () => {
	const found: string[] = [];
	const isShared = (one: Case) => one.row.route.startsWith('/[project]/catalogue/public');
	const personal = pages('coordinator').filter((one) => one.expected === 'open' && !isShared(one));
	for (const one of personal) {
		const { headers, status } = await server.http.send(addressOf(one), cookieOf(one));
		const cache = String(headers['cache-control'] ?? '');
		if (!/no-store|private, no-cache/.test(cache)) found.push(`${status} ${addressOf(one)}: ${cache}`);
	}
	expect(found).toEqual([]);
});

test('what the browser may keep is asked for again, and dropped at the sign-out', async () => {
	const { db } = server.connection;
	const cookie = await cookieFor(db, 'coordinator');
	const list = await server.http.send('/leslie/deliverables', { cookie });
	expect(list.headers['cache-control']).toBe('private, no-cache');
	expect(list.headers.vary).toBe('Accept-Encoding, Cookie');
	for (const path of ['/account', '/leslie/timeline/trends', '/leslie/nothing-here'])
		expect((await server.http.send(path, { cookie })).headers['cache-control'], path).toBe('no-store');

	const out = await server.http.send('/logout', { form: {}, cookie });
	expect([out.status, out.headers['clear-site-data']]).toEqual([303, '"cache"']);
	const away = await server.http.send('/leslie/deliverables', { cookie });
	expect([away.status, away.headers['clear-site-data']]).toEqual([303, '"cache"']);
});

test('files, unknown addresses, broken ones and unusual methods are answered as strictly', async () => {
	const [script] = readdirSync('build/client/_app/immutable/assets');
	const odd: [string, Asked][] = [
		['/favicon.svg', {}],
		['/robots.txt', {}],
		[`/_app/immutable/assets/${script}`, {}],
		['/_app/version.json', {}],
		['/nothing-here', {}],
		['/leslie/nothing-here', {}],
		['/%', {}],
		['/%00', {}],
		['/leslie/%00', {}],
		['/login', { method: 'PUT', headers: { origin: server.origin } }],
		['/login', { method: 'OPTIONS', headers: { origin: server.origin } }],
		['/login', { method: 'HEAD' }],
		['/healthz', { method: 'DELETE', headers: { origin: server.origin } }],
		['/login', { form: {}, headers: { origin: 'https://elsewhere.example' } }],
		['/login?/missing', { form: {} }],
		['/login', { body: '{}', headers: { origin: server.origin, 'content-type': 'application/json' } }]
	];
	const found: string[] = [];
	for (const [path, asked] of odd) {
		const answer = await server.http.send(path, asked);
		if (answer.status >= 500) found.push(`${path}: ${answer.status}`);
		for (const fault of faults(answer))
			found.push(`${answer.status} ${asked.method ?? ''} ${path}: ${fault}`);
	}
	expect(found).toEqual([]);
});

test('an unchanged page asked for again is not sent a second time', async () => {
	for (const path of ['/leslie', '/leslie/deliverables', '/leslie/milestones/MS3']) {
		const [one] = pages('coordinator');
		const cookie = one?.visitor.cookie ?? '';
		const { headers } = await server.http.send(path, { cookie });
		const again = await server.http.send(path, { cookie, headers: { 'if-none-match': headers.etag ?? '' } });
		expect([path, again.status, again.body]).toEqual([path, 304, '']);
	}
});
