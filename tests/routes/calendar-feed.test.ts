import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { startDemoServer, type DemoServer } from '#tests/support/built-server.ts';
import { readCalendar } from '#tests/support/read-calendar.ts';
import { cookieOf } from '#tests/support/sign-in-as.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let server: DemoServer;
const PAGE = '/leslie/calendar';

beforeAll(async () => {
	server = await startDemoServer();
	const { db } = server.connection;
	const { projectId } = server;
	const neo = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select('membership.organisationId')
		.where('person.email', '=', 'observer@leslie.example')
		.executeTakeFirstOrThrow();
	const open = await aMeeting(db, { projectId, slug: 'feed-open', title: 'Feed with the ministry' });
	await anInvitee(db, { projectId, meetingId: open.id, organisationId: neo.organisationId });
	await aMeeting(db, { projectId, slug: 'feed-closed', title: 'Feed among ourselves' });
});
afterAll(() => server.stop());

/** A new address, as the page shows it once. */
async function makeFeed(cookie: string): Promise<string> {
	const made = await server.http.send(`${PAGE}?/make`, { cookie, form: {} });
	expect(made.status).toBe(303);
	const set = made.headers['set-cookie'] ?? [];
	const kept = (typeof set === 'string' ? [set] : set).map((one) => one.split(';')[0]).join('; ');
	const { body } = await server.http.send(PAGE, { cookie: `${cookie}; ${kept}` });
	const address = /value="([^"]*\/calendar\/[^"]*\.ics)"/.exec(body)?.[1] ?? '';
	expect(address.startsWith(`${server.origin}/calendar/`)).toBe(true);
	return new URL(address).pathname;
}

const feedsOf = (body: string) =>
	readCalendar(body)
		.map((one) => one.summary)
		.filter((summary) => summary.startsWith('Feed '))
		.sort();

test('a feed opens without signing in and holds what its person may see; shown once, revoked it is gone at once', async () => {
	const cookie = await cookieOf(server.connection.db, 'partner.koksu');
	const path = await makeFeed(cookie);
	expect((await server.http.send(PAGE, { cookie })).body).not.toContain(path);

	const read = await server.http.send(path);
	expect(read.status).toBe(200);
	expect(read.headers['content-type']).toBe('text/calendar; charset=utf-8');
	expect(read.headers['cache-control']).toBe('private, no-store');
	expect(read.headers['referrer-policy']).toBe('no-referrer');
	expect(read.headers['set-cookie']).toBeUndefined();
	expect(feedsOf(read.body)).toEqual(['Feed among ourselves', 'Feed with the ministry']);
	expect(readCalendar(read.body).some((one) => / due: /.test(one.summary))).toBe(true);
	expect((await server.http.send(PAGE, { cookie })).body).toContain('Last read by a calendar');

	expect((await server.http.send(`${PAGE}?/revoke`, { cookie, form: {} })).status).toBe(303);
	expect((await server.http.send(path)).status).toBe(404);
});

test('an observer has the meetings to which they are invited, and no deadline', async () => {
	const path = await makeFeed(await cookieOf(server.connection.db, 'observer'));
	const { body } = await server.http.send(path);
	expect(feedsOf(body)).toEqual(['Feed with the ministry']);
	expect(readCalendar(body).filter((one) => / due: /.test(one.summary))).toEqual([]);
});

test('rights that end meanwhile end the feed with the next request', async () => {
	const { db } = server.connection;
	const path = await makeFeed(await cookieOf(db, 'partner.bsu'));
	expect((await server.http.send(path)).status).toBe(200);
	await db
		.updateTable('membership')
		.set({ toOn: '2026-06-14' })
		.where('personId', 'in', (eb) =>
			eb.selectFrom('person').select('id').where('email', '=', 'partner.bsu@leslie.example')
		)
		.execute();
	expect((await server.http.send(path)).status).toBe(404);
});

test.each(['missing', 'a'.repeat(43), '%00'])('there is no calendar at %s', async (secret) => {
	const answer = await server.http.send(`/calendar/${secret}.ics`);
	expect([400, 404]).toContain(answer.status);
});

test('the file of a meeting is for who may see the meeting', async () => {
	const { db } = server.connection;
	const observer = await cookieOf(db, 'observer');
	const read = await server.http.send('/leslie/meetings/feed-open/calendar.ics', { cookie: observer });
	expect(feedsOf(read.body)).toEqual(['Feed with the ministry']);
	const closed = await server.http.send('/leslie/meetings/feed-closed/calendar.ics', { cookie: observer });
	expect(closed.status).toBe(404);
});
