import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const ROOT = '/leslie/catalogue/public';
const FILES = ['elm.jsonld', 'moochub.json', 'open-badges.json', 'catalogue.csv', 'catalogue.xlsx'];
const HIDDEN = 'QXHIDDEN';

let server: DemoServer;
let hidden: string;
let shown: string;
let people: { name: string; email: string }[];

const title = (text: string) => ({ standing: 'value' as const, value: { en: text, kk: `${text} қазақша` } });

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	const { projectId } = server;
	const author = await db.selectFrom('person').select(['id', 'name']).orderBy('id').executeTakeFirstOrThrow();
	const owner = { projectId, entry: { authorId: author.id } };
	const one = await anEntry(db, { ...owner, content: { title: title(HIDDEN) }, title: HIDDEN });
	const two = await anEntry(db, {
		...owner,
		entry: { authorId: author.id, publicSince: '2026-05-01T10:00:00.000Z' },
		title: 'Reading rivers',
		content: {
			title: title('Reading rivers'),
			description: { standing: 'value', value: { en: `Ask somebody@uni.example. ${'Rivers. '.repeat(30)}` } },
			contact: { standing: 'value', value: author.name },
			need: { standing: 'value', value: { en: HIDDEN } }
		}
	});
	await db.updateTable('item').set({ search: 'reading rivers' }).where('id', '=', two.id).execute();
	[hidden, shown] = [one.code, two.code];
	people = await db.selectFrom('person').select(['name', 'email']).orderBy('id').execute();
	await db
		.insertInto('project')
		.values({
			...(await db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()),
			id: newId(),
			slug: 'private-one',
			acronym: HIDDEN,
			title: HIDDEN
		})
		.execute();
});
afterAll(() => server.stop());

const addresses = () =>
	[ROOT, `${ROOT}/${shown}`, `${ROOT}/${shown}?lang=kk`, `${ROOT}/${shown}.json`].concat(
		FILES.map((file) => `${ROOT}/${file}`)
	);

const withoutNonce = (body: string) => body.replaceAll(/nonce="[^"]+"/g, '');

test('everybody reads what is published, and no cookie is given or asked for', async () => {
	const cookie = await cookieOf(server.connection.db, 'coordinator');
	for (const address of addresses()) {
		const answer = await server.http.send(address);
		expect([address, answer.status]).toEqual([address, 200]);
		expect(answer.headers['set-cookie']).toBeUndefined();
		expect([address, answer.headers['cache-control']]).toEqual([address, 'public, max-age=300']);
		const inside = await server.http.send(address, { cookie });
		if (!address.endsWith('.xlsx')) expect(withoutNonce(inside.body)).toBe(withoutNonce(answer.body));
		if (address.endsWith('.xlsx')) continue;
		const again = await server.http.send(address, {
			headers: { 'if-none-match': answer.headers.etag ?? '' }
		});
		expect([address, again.status, again.body]).toEqual([address, 304, '']);
	}
});

test('nobody’s name, no mail address and nothing unpublished is in any of it', async () => {
	const found: string[] = [];
	for (const address of addresses()) {
		const { body } = await server.http.send(address);
		for (const { name, email } of people)
			if (body.includes(name) || body.includes(email)) found.push(`${address}: ${name}`);
		for (const word of [HIDDEN, hidden, 'somebody@uni', 'uni.example'])
			if (body.includes(word)) found.push(`${address}: ${word}`);
	}
	expect(found).toEqual([]);
	for (const address of [`${ROOT}/${hidden}`, `${ROOT}/${hidden}.json`])
		expect((await server.http.send(address)).status).toBe(404);
});

test('an entry is read in the language asked for, and says which', async () => {
	const { body } = await server.http.send(`${ROOT}/${shown}?lang=kk`);
	expect(body).toMatch(/<h1[^>]*>.*Reading rivers қазақша/s);
	expect(body).toContain('itemtype="https://schema.org/Course"');
	expect(body).not.toMatch(/<script/);
	const list = await server.http.send(`${ROOT}?q=READING&lang=kk`);
	expect(list.body).toMatch(/<a [^>]*lang="kk"[^>]*>Reading rivers қазақша/);
});

test('a project with nothing published cannot be told from one that does not exist', async () => {
	for (const file of [
		'',
		`/${hidden}`,
		...FILES.filter((one) => !one.endsWith('xlsx')).map((one) => `/${one}`)
	]) {
		const of = async (slug: string) => {
			const { status, body } = await server.http.send(`/${slug}/catalogue/public${file}`);
			return [
				status,
				body.replaceAll(slug, 'SLUG').replaceAll(/nonce-?="?[^"';]+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
			];
		};
		expect(await of('private-one')).toEqual(await of('nowhere-one'));
	}
});

test('ids begin with the address of the installation', async () => {
	const { body } = await server.http.send(`${ROOT}/${shown}.json`);
	expect(body).toContain(`"id": "${server.origin}${ROOT}/${shown}"`);
});

test('an export from inside holds every entry and the head of the trail, and leaves an event', async () => {
	const { db } = server.connection;
	const cookie = await cookieOf(db, 'coordinator');
	const { body, status } = await server.http.send('/leslie/catalogue/export/catalogue.csv', { cookie });
	expect(status).toBe(200);
	expect(body).toContain(hidden);
	const head = await db
		.selectFrom('auditHead')
		.selectAll()
		.where('chain', '=', server.projectId)
		.executeTakeFirstOrThrow();
	expect(body).toContain(head.hash);
	const last = await db
		.selectFrom('auditEvent')
		.select('act')
		.where('chain', '=', server.projectId)
		.where('sequence', '=', head.sequence)
		.executeTakeFirstOrThrow();
	expect(last.act).toBe('catalogue:export');
	expect((await server.http.send('/leslie/catalogue/export/catalogue.xlsx', { cookie })).status).toBe(200);
	const observer = await cookieOf(db, 'observer');
	for (const path of ['', '/catalogue.csv', '/catalogue.xlsx'])
		expect((await server.http.send(`/leslie/catalogue/export${path}`, { cookie: observer })).status).toBe(
			404
		);
});
