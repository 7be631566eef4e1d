import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEMO_PASSWORD } from '#tests/support/accounts.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import type { Answer, Fields } from '#tests/support/http-client.ts';
import { multipart } from '#tests/support/multipart.ts';
import { unchangedSince } from './unchanged.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const HOSTILE = `"><script>alert(1)</script> 'it' & \r\nsecond line, Қазақ oʻzbek`;
const CREDENTIALS = { email: 'partner.bsu@leslie.example', password: DEMO_PASSWORD };

let server: DemoServer;
beforeAll(async () => {
	server = await startDemoServer();
});
afterAll(() => server.stop());

const send = (path: string, form: Fields) => server.http.send(path, { form });

const unescaped = (text: string) =>
	text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Hidden fields as a browser would send them. */
function hiddenOf({ body }: Answer): Record<string, string[]> {
	const fields: Record<string, string[]> = {};
	for (const [, name = '', value = ''] of body.matchAll(
		/<input type="hidden" name="([^"]*)" value="([^"]*)"/g
	))
		(fields[unescaped(name)] ??= []).push(unescaped(value));
	return fields;
}

const FORMS: [path: string, form: Fields, words: string][] = [
	['/leslie/check-in/2026-06-01?/submit', { key: 'k', 'note-1': HOSTILE }, 'second line, Қазақ oʻzbek'],
	['/leslie/risks/new', { description: HOSTILE, 'workPackageIds[]': ['a', 'b'] }, 'second line'],
	['/leslie/settings', { acronym: 'NEW', title: 'Another title' }, 'Another title'],
	['/account?/rename', { name: 'Bahrom B.' }, 'Bahrom B.'],
	['/installation?/disable', { personId: '1', reason: 'Left' }, 'Left'],
	['/no-such-project/settings', { title: 'A title' }, 'A title']
];

test.each(FORMS)(
	'a form to %s without a session is kept on the answer, and nowhere else',
	async (path, form, words) => {
		const unchanged = await unchangedSince(server.connection.db);
		const answer = await send(path, form);
		expect(answer.status).toBe(401);
		expect(answer.headers['cache-control']).toBe('no-store');
		expect(answer.headers['set-cookie']).toBeUndefined();
		expect(answer.body).toContain('Your session has ended');
		expect(answer.body).toContain(words);
		expect(answer.body).not.toContain('<script>alert');
		expect(hiddenOf(answer)).toEqual({
			to: [path],
			...Object.fromEntries(Object.entries(form).map(([name, value]) => [`kept.${name}`, [value].flat()]))
		});
		expect(await unchanged()).toEqual([]);
	}
);

test('whoever signs in there is shown what would be sent, and sends it themselves', async () => {
	const form = { name: 'Bahrom Bek' };
	const kept = hiddenOf(await send('/account?/rename', form));
	const nameNow = () =>
		server.connection.db
			.selectFrom('person')
			.select('name')
			.where('email', '=', CREDENTIALS.email)
			.executeTakeFirstOrThrow();
	const before = await nameNow();
	const ready = await send('/send-again', { ...kept, ...CREDENTIALS });
	expect(ready.status).toBe(200);
	expect(ready.body).toContain('Send it now');
	expect(ready.body).toMatch(/action="\/account\?\/rename"/);
	expect(hiddenOf(ready)).toEqual({ name: ['Bahrom Bek'] });
	expect(await nameNow()).toEqual(before);

	const cookie = (ready.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
	const sent = await server.http.send('/account?/rename', { cookie, form: hiddenOf(ready) });
	expect(sent.status).toBe(303);
	expect(await nameNow()).toEqual(form);
});

test('a wrong password keeps the form, and waits as every sign-in does', async () => {
	const kept = hiddenOf(await send('/leslie/risks/new', { description: HOSTILE }));
	const wrong = { ...kept, email: 'partner.ucy@leslie.example', password: 'not it' };
	const first = await send('/send-again', wrong);
	expect(first.status).toBe(409);
	expect(hiddenOf(first)).toEqual(kept);
	expect(first.headers['set-cookie']).toBeUndefined();
	let last = first;
	for (let tries = 0; tries < 12 && !/too many failed attempts/.test(last.body); tries++)
		last = await send('/send-again', wrong);
	expect(last.body).toMatch(/too many failed attempts/);
	expect(hiddenOf(last)).toEqual(kept);
});

test('passwords and files are not kept; of files the names are, to be chosen again', async () => {
	const file = { field: 'photo-1', name: 'visit<b>.png', text: 'not really' };
	const fields = { 'note-1': 'Seen', password: 'hunter2hunter2', newPassword: 'hunter3hunter3' };
	const asked = multipart(server.origin, fields, file);
	const answer = await server.http.send('/leslie/check-in/2026-06-01?/submit', asked);
	expect(answer.status).toBe(401);
	expect(answer.body).not.toMatch(/hunter|not really/);
	const kept = hiddenOf(answer);
	expect(kept['file.photo-1']).toEqual(['visit<b>.png']);
	const ready = await send('/send-again', { ...kept, ...CREDENTIALS });
	expect(ready.body).toMatch(/enctype="multipart\/form-data"/);
	expect(ready.body).toMatch(/<input type="file"[^>]* name="photo-1"/);
	expect(ready.body).toContain('Choose again: visit&lt;b>.png');
	expect(hiddenOf(ready)).toEqual({ 'note-1': ['Seen'] });
});

test('what is too long to carry is not half carried: the sign-in page says what to do', async () => {
	const asked = multipart(
		server.origin,
		{ text: 'x'.repeat(600 * 1024) },
		{ field: 'f', name: 'a.txt', text: '' }
	);
	const answer = await server.http.send('/leslie/evidence?/add', asked);
	expect([answer.status, answer.headers.location]).toEqual([303, '/login?expired']);
});

test.each(['//elsewhere.example/', 'https://elsewhere.example/', '/\\elsewhere.example', ''])(
	'no form is sent to %s',
	async (to) => {
		const answer = await send('/send-again', { to, 'kept.text': 'x', ...CREDENTIALS });
		expect(answer.status).toBe(400);
		expect(answer.headers['set-cookie']).toBeUndefined();
	}
);

test('a form of another site is refused before anything is kept', async () => {
	const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
	for (const path of ['/send-again', '/leslie/risks/new']) {
		const answer = await server.http.send(path, { form: { to: '/', 'kept.text': 'abc' }, headers });
		expect(answer.status).toBe(403);
		expect(answer.body).not.toContain('abc');
	}
});

test('a script is told to sign in, and keeps what was typed itself', async () => {
	const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
	const answer = await server.http.send('/leslie/check-in/2026-06-01?/save', { form: { key: 'k' }, headers });
	expect(answer.body).toContain('"/login?expired"');
});

test('the page has nothing to say to whoever comes without a form', async () => {
	const answer = await server.http.send('/send-again');
	expect([answer.status, answer.headers.location]).toEqual([303, '/']);
});
