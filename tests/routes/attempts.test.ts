import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';
import { findPersonId } from '#tests/support/accounts.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let server: DemoServer;
beforeAll(async () => {
	server = await startDemoServer();
});
afterAll(() => server.stop());

async function newestEvents(who: string, after = 0) {
	const { db } = server.connection;
	return db
		.selectFrom('auditEvent')
		.select(['sequence', 'act', 'outcome', 'recordLabel', 'details'])
		.where('chain', '=', server.projectId)
		.where('actorId', '=', await findPersonId(db, `${who}@leslie.example`))
		.where('sequence', '>', after)
		.orderBy('sequence')
		.execute();
}
const headOf = async () => {
	const { db } = server.connection;
	const head = db.selectFrom('auditHead').select('sequence').where('chain', '=', server.projectId);
	return (await head.executeTakeFirstOrThrow()).sequence;
};

test('a signature refused at the gate and one refused by the rules stand in the trail; a bad address does not', async () => {
	const { db } = server.connection;
	const before = await headOf();
	const sign = { coversSha256: 'a'.repeat(64), commentKey: 'k'.repeat(20), text: '', itemId: '' };
	const item = await db
		.selectFrom('item')
		.select('id')
		.where('projectId', '=', server.projectId)
		.where('code', '=', 'D4.2')
		.executeTakeFirstOrThrow();
	const form = { ...sign, itemId: item.id };
	const path = '/leslie/deliverables/D4.2?/sign';
	const observer = await cookieOf(db, 'observer');
	expect((await server.http.send(path, { cookie: observer, form })).status).toBe(404);
	expect((await server.http.send('/leslie/deliverables/D99.9', { cookie: observer })).status).toBe(404);
	expect(await newestEvents('observer', before)).toMatchObject([
		{ act: 'deliverable:sign-off', outcome: 'refused', recordLabel: 'D4.2' }
	]);
	const lead = await cookieOf(db, 'qa.lead');
	const answer = await server.http.send(path, { cookie: lead, form });
	expect([403, 409]).toContain(answer.status);
	expect(await newestEvents('qa.lead', before)).toMatchObject([
		{ act: 'deliverable:sign-off', outcome: 'refused' }
	]);
});

test('a role that somebody proposes for themselves is refused on record', async () => {
	const { db } = server.connection;
	const before = await headOf();
	const own = await findPersonId(db, 'coordinator@leslie.example');
	const form = { role: 'qa-lead', scope: 'project', fromOn: '', toOn: '', reason: 'I could do it' };
	const cookie = await cookieOf(db, 'coordinator');
	expect((await server.http.send(`/leslie/people/${own}?/propose`, { cookie, form })).status).toBe(409);
	const [event] = await newestEvents('coordinator', before);
	expect(event).toMatchObject({ act: 'grant:propose', outcome: 'refused' });
	expect(event?.details).toContain('own-grant');
});

test('who took a sensitive file and who was refused it stand in the trail, once', async () => {
	const { db } = server.connection;
	const file = await db
		.selectFrom('evidence')
		.select(['id', 'name'])
		.where('projectId', '=', server.projectId)
		.where('kind', '=', 'file')
		.where('level', '=', 'SEN')
		.where('withdrawnAt', 'is', null)
		.executeTakeFirstOrThrow();
	const path = `/leslie/files/${file.id}`;
	const before = await headOf();
	const cookie = await cookieOf(db, 'coordinator');
	for (let time = 0; time < 3; time++) expect((await server.http.send(path, { cookie })).status).toBe(200);
	const taken = { act: 'evidence:download', outcome: 'done', recordLabel: file.name };
	expect(await newestEvents('coordinator', before)).toMatchObject([taken]);
	const observer = await cookieOf(db, 'observer');
	expect((await server.http.send(path, { cookie: observer })).status).toBe(404);
	expect((await server.http.send('/leslie/files/no-such', { cookie: observer })).status).toBe(404);
	expect(await newestEvents('observer', before)).toMatchObject([
		{ act: 'evidence:download', outcome: 'refused' }
	]);
});

test('verifying the trail is an event, with the head that was verified', async () => {
	const { db } = server.connection;
	const before = await headOf();
	const cookie = await cookieOf(db, 'qa.lead');
	expect((await server.http.send('/leslie/audit?/verify', { cookie, form: {} })).status).toBe(303);
	const [event] = await newestEvents('qa.lead', before);
	expect(event).toMatchObject({ act: 'audit:verify', outcome: 'done' });
	expect(event?.details).toContain(`"sequence":${before}`);
});

test('a role revoked while a file is on its way refuses the upload', async () => {
	const { db } = server.connection;
	const personId = await findPersonId(db, 'partner.koksu@leslie.example');
	const item = await db
		.selectFrom('item')
		.innerJoin('membership', 'membership.organisationId', 'item.leadOrganisationId')
		.select(['item.id', 'item.code'])
		.where('membership.personId', '=', personId)
		.where('item.kind', '=', 'deliverable')
		.where('item.state', '=', 'in-preparation')
		.executeTakeFirstOrThrow();
	const part = (name: string, more: string, value: string) =>
		`--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
	const whole = part('itemId', '', item.id) + part('main', '; filename="late.txt"', 'x'.repeat(300_000));
	const begun = whole.slice(0, 200_000);
	const rest = whole.slice(200_000) + '--edge--\r\n';
	const path = `${server.origin}/leslie/deliverables/${item.code}?/upload`;
	const headers = {
		cookie: await cookieOf(db, 'partner.koksu'),
		origin: server.origin,
		'sec-fetch-site': 'same-origin',
		accept: 'text/html',
		'content-type': 'multipart/form-data; boundary=edge',
		'content-length': Buffer.byteLength(begun + rest)
	};
	const sending = request(path, { method: 'POST', headers });
	const answered = new Promise<number>((resolve, reject) => {
		sending.once('error', reject);
		sending.once('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
	});
	sending.write(begun);
	const incoming = join(server.dataDir, 'files', 'incoming');
	await expect.poll(() => readdirSync(incoming).length, { timeout: 20_000 }).toBeGreaterThan(0);
	const at = new Date().toISOString();
	await db.updateTable('roleGrant').set({ revokedAt: at }).where('personId', '=', personId).execute();
	sending.end(rest);
	expect(await answered).toBe(403);
	expect(await db.selectFrom('evidence').select('id').where('name', '=', 'late.txt').execute()).toEqual([]);
});
