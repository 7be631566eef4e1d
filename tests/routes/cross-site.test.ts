import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { DEMO_PASSWORD } from '#tests/support/accounts.ts';
import { listCases, type Case } from './cases.ts';
import { addressOf } from './knock.ts';
import { listVisitors } from './people.ts';
import { listTargets } from './targets.ts';
import { unchangedSince } from './unchanged.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

let server: DemoServer;
let acts: Case[];

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	const cases = listCases(await listTargets(db), await listVisitors(db));
	const mine = cases.filter((one) => one.row.form !== undefined && one.expected === 'open');
	acts = [...new Map(mine.map((one) => [`${one.row.route} ${one.row.act}`, one])).values()];
});
afterAll(() => server.stop());

const FOREIGN: Record<string, Record<string, string>> = {
	'another site': { origin: 'https://elsewhere.example' },
	'a site whose name begins like ours': { origin: 'http://localhost.elsewhere.example' },
	'another port': { origin: 'http://localhost:1' },
	'no site at all': { origin: '' },
	'a sandboxed frame': { origin: 'null' },
	'a page that says it is cross-site': { 'sec-fetch-site': 'cross-site' },
	'a neighbouring host': { 'sec-fetch-site': 'same-site' },
	'a script that sends JSON': { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
	'a script that sends plain text': { origin: 'https://elsewhere.example', 'content-type': 'text/plain' }
};

test.each(Object.entries(FOREIGN))(
	'a form sent by %s is refused everywhere and changes nothing',
	async (_, headers) => {
		const changed = await unchangedSince(server.connection.db);
		const accepted: string[] = [];
		for (const one of acts) {
			const form = one.row.form?.(one.target) ?? {};
			const cookie = one.visitor.cookie ?? '';
			const answer = await server.http.send(addressOf(one), { cookie, form, headers });
			if (answer.status !== 403) accepted.push(`${one.name}: ${answer.status}`);
		}
		expect(accepted).toEqual([]);
		expect(await changed()).toEqual([]);
	}
);

test.each(['PUT', 'PATCH', 'DELETE'])('no page does anything on %s', async (method) => {
	const changed = await unchangedSince(server.connection.db);
	for (const one of acts) {
		const cookie = one.visitor.cookie ?? '';
		const answer = await server.http.send(addressOf(one), { method, cookie, form: {} });
		expect([one.name, answer.status]).toEqual([one.name, 405]);
	}
	expect(await changed()).toEqual([]);
});

const credentials = { email: 'coordinator@leslie.example', password: DEMO_PASSWORD };

test.each([
	['https://elsewhere.example', '/'],
	['//elsewhere.example', '/'],
	['/\\elsewhere.example', '/'],
	['/\t/elsewhere.example', '/'],
	['javascript:alert(1)', '/'],
	['http:elsewhere.example', '/'],
	['/leslie/deliverables?state=late', '/leslie/deliverables?state=late']
])('signing in with the return path %s leads to %s', async (next, place) => {
	const answer = await server.http.send('/login', { form: { ...credentials, next } });
	expect([answer.status, answer.headers.location]).toEqual([303, place]);
});

test('a forged host appears nowhere in an answer', async () => {
	for (const name of ['host', 'x-forwarded-host', 'forwarded']) {
		for (const path of ['/', '/login', '/nothing-here', '/leslie']) {
			const answer = await server.http.send(path, { headers: { [name]: 'elsewhere.example' } });
			expect(JSON.stringify(answer)).not.toContain('elsewhere.example');
		}
	}
});

test('over plain http the session is kept from scripts and other sites', async () => {
	const { headers } = await server.http.send('/login', { form: credentials });
	const session = headers['set-cookie']?.find((cookie) => cookie.startsWith('session='));
	expect(session).toMatch(/; HttpOnly/);
	expect(session).toMatch(/; SameSite=Lax/);
	expect(session).toMatch(/; Path=\//);
	expect(session).not.toMatch(/; (Secure|Domain)/);
	expect(headers['strict-transport-security']).toBeUndefined();
});

test('over https every cookie is secure, the session is bound to the host, and http is over for two years', async () => {
	const origin = 'https://desk.example.org';
	const behindProxy = await startDemoServer({ origin });
	const answer = await behindProxy.http.send('/login', { form: credentials, headers: { origin } });
	const cookies = answer.headers['set-cookie'] ?? [];
	const plain = await behindProxy.http.send('/favicon.svg');
	await behindProxy.stop();
	expect(cookies.filter((cookie) => !/; Secure/.test(cookie))).toEqual([]);
	expect(cookies.find((cookie) => cookie.startsWith('__Host-session='))).toMatch(/; Path=\/;/);
	for (const { headers } of [answer, plain])
		expect(headers['strict-transport-security']).toMatch(/max-age=63072000/);
});
