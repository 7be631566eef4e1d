import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { now } from '#lib/server/clock.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { ensureMailKey, unsubscribeToken } from '#lib/server/mail/mail-key.ts';
import { emailOf } from '#tests/support/accounts.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { unchangedSince } from './unchanged.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let server: DemoServer;
let personId: string;

beforeAll(async () => {
	server = await startDemoServer();
	const person = await server.connection.db
		.selectFrom('person')
		.select('id')
		.where('email', '=', emailOf('partner.bsu'))
		.executeTakeFirstOrThrow();
	personId = person.id;
});
afterAll(() => server.stop());
beforeEach(() => server.connection.db.deleteFrom('mailChoice').execute());

async function pathOf(kind: 'ball' | 'digest'): Promise<string> {
	const key = await ensureMailKey(server.connection.db);
	return `/unsubscribe/${unsubscribeToken(key, { personId, kind })}`;
}

const choices = () =>
	server.connection.db.selectFrom('mailChoice').select(['personId', 'kind', 'choice']).execute();

test('a mail program stops one kind of mail in one click, without signing in and without an origin', async () => {
	const path = await pathOf('ball');
	const headers = { origin: '', 'sec-fetch-site': 'cross-site' };
	const { status } = await server.http.send(path, { form: { 'List-Unsubscribe': 'One-Click' }, headers });
	expect(status).toBe(200);
	expect(await choices()).toEqual([{ personId, kind: 'ball', choice: 'off' }]);
	expect((await server.http.send(path, { form: {}, headers })).status).toBe(200);
	expect(await choices()).toHaveLength(1);
});

test('looking at the page of a link stops nothing; its button does', async () => {
	const path = await pathOf('digest');
	const unchanged = await unchangedSince(server.connection.db);
	const page = await server.http.send(path);
	expect(page.status).toBe(200);
	expect(page.body).toContain('The digest');
	expect(page.headers['cache-control']).toBe('no-store');
	expect(page.headers['referrer-policy']).toBe('same-origin');
	expect(await unchanged()).toEqual([]);
	await server.http.send(path, { form: {} });
	const readers = await server.connection.db
		.selectFrom('mailReader')
		.select(['personId', 'digest'])
		.execute();
	expect(readers).toEqual([{ personId, digest: 'off' }]);
});

test('a link of somebody else, of another kind or of a kind nobody may do without opens nothing', async () => {
	const path = await pathOf('ball');
	const [, kind = '', mac = ''] = path.split('.');
	const unchanged = await unchangedSince(server.connection.db);
	for (const wrong of [
		`/unsubscribe/${personId}.digest.${mac}`,
		`/unsubscribe/01900000-0000-7000-8000-000000000000.${kind}.${mac}`,
		`/unsubscribe/${personId}.break-glass.${mac}`,
		`/unsubscribe/${personId}.${kind}.`,
		'/unsubscribe/x.y'
	])
		for (const asked of [{}, { form: {} }])
			expect((await server.http.send(wrong, asked)).status).toBeGreaterThanOrEqual(403);
	expect(await unchanged()).toEqual([]);
});

test('everywhere else a form without an origin is still refused', async () => {
	const cookie = await cookieOf(server.connection.db, 'partner.bsu');
	for (const path of ['/account?/mail', '/unsubscribe', '/login', '/theme']) {
		const form = { digest: 'off', timeZone: '' };
		expect((await server.http.send(path, { cookie, form, headers: { origin: '' } })).status).toBe(403);
	}
});

test('somebody chooses their mails on their account', async () => {
	const cookie = await cookieOf(server.connection.db, 'partner.bsu');
	const form = {
		digest: 'weekly',
		timeZone: 'Asia/Tashkent',
		'choices[]': ['ball:digest', 'date-moved:off', 'action-created:usual']
	};
	const sent = await server.http.send('/account?/mail', { cookie, form });
	expect(sent.status).toBe(303);
	expect(await choices()).toHaveLength(2);
	const { body } = await server.http.send('/account', { cookie });
	expect(body).toMatch(/value="ball:digest" selected/);
	expect(body).toMatch(/value="weekly" selected/);
	const wrong = { ...form, 'choices[]': ['break-glass:off'] };
	expect((await server.http.send('/account?/mail', { cookie, form: wrong })).status).toBe(422);
	expect(await choices()).toHaveLength(2);
});

test('the administrator of a demonstration reads mails, nobody else does', async () => {
	const { db } = server.connection;
	await queueMail(
		db,
		{
			projectId: server.projectId,
			kind: 'ball',
			to: [personId],
			subject: 'D4.2 lies with you now',
			body: 'A very internal sentence.',
			because: 'holder',
			path: 'deliverables/D4.2'
		},
		now()
	);
	const cookie = await cookieOf(db, 'admin');
	const list = await server.http.send('/installation/mails?state=waiting', { cookie });
	expect(list.status).toBe(200);
	expect(list.body).not.toContain('internal sentence');
	const href = /href="(\/installation\/mails\/[^"?]+)"/.exec(list.body)?.[1] ?? '';
	const read = await server.http.send(href, { cookie });
	expect(read.body).toContain('A very internal sentence.');
	expect(read.body).toContain('/leslie/deliverables/D4.2');

	expect((await server.http.send('/installation/mails/missing', { cookie })).status).toBe(404);
	for (const account of ['coordinator', 'partner.bsu'] as const) {
		const stranger = await cookieOf(db, account);
		expect((await server.http.send(href, { cookie: stranger })).status).toBe(404);
	}
});
