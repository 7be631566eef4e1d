import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { endSession, readSession, startSession } from '#lib/server/auth/sessions.ts';
import { sha256 } from '#lib/server/ids.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aPerson } from '#tests/support/builders/a-person.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const DAY_MS = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const listIds = async (db: Db) =>
	(await db.selectFrom('session').select('id').execute()).map((row) => row.id);

test('the table holds the hash of what the cookie holds, never the value itself', () =>
	withDatabase(async (db) => {
		const browser = aBrowser();
		await startSession(db, browser, (await aPerson(db)).id, NOW);
		const token = browser.jar.get('session') ?? '';
		expect(token.length).toBeGreaterThanOrEqual(40);
		expect(await listIds(db)).toEqual([sha256(token)]);
		expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain(token);
	}));

test('on https the cookie is bound to this host by its name', () =>
	withDatabase(async (db) => {
		const set: unknown[] = [];
		const browser = aBrowser({ origin: 'https://desk.example.eu' });
		const cookies = { ...browser.cookies, set: (...what: unknown[]) => void set.push(what) };
		await startSession(db, { ...browser, cookies }, (await aPerson(db)).id, NOW);
		expect(set).toEqual([
			[
				'__Host-session',
				expect.any(String),
				expect.objectContaining({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })
			]
		]);
	}));

test('a cookie that was planted before signing in is worth nothing afterwards', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const attacker = aBrowser();
		await startSession(db, attacker, (await aPerson(db)).id, NOW);
		const planted = attacker.jar.get('session') ?? '';

		const victim = aBrowser({ cookies: new Map([['session', planted]]) });
		await startSession(db, victim, person.id, NOW);
		expect(victim.jar.get('session')).not.toBe(planted);
		expect(await readSession(db, aBrowser({ cookies: new Map([['session', planted]]) }), NOW)).toBeNull();
		expect(await readSession(db, victim, NOW)).toMatchObject({ personId: person.id });
	}));

test.each(['', 'x', 'a'.repeat(5000), "' or 1=1 --", '\u0000'])(
	'a made-up cookie (%j) signs nobody in',
	(value) =>
		withDatabase(async (db) => {
			await startSession(db, aBrowser(), (await aPerson(db)).id, NOW);
			expect(await readSession(db, aBrowser({ cookies: new Map([['session', value]]) }), NOW)).toBeNull();
		})
);

test('a session unused for 14 days has ended; one in use goes on, but not beyond 90 days', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const idle = aBrowser();
		await startSession(db, idle, person.id, NOW);
		const used = aBrowser();
		await startSession(db, used, person.id, NOW);
		for (let day = 8; day <= 88; day += 8) expect(await readSession(db, used, after(day))).not.toBeNull();
		expect(await readSession(db, idle, after(14.1))).toBeNull();
		expect(await readSession(db, used, after(89.9))).not.toBeNull();
		expect(await readSession(db, used, after(90.1))).toBeNull();
	}));

test('a changed right gives the session a new id at the next page, and the old id is dead', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const browser = aBrowser();
		await startSession(db, browser, person.id, NOW);
		const old = browser.jar.get('session') ?? '';
		const changed = after(0.01);
		await db.updateTable('person').set({ rightsChangedAt: changed.toISOString() }).execute();

		const form = aBrowser({ cookies: new Map(browser.jar), method: 'POST' });
		expect(await readSession(db, form, after(0.02))).not.toBeNull();
		expect(form.jar.get('session')).toBe(old);

		const before = await readSession(db, aBrowser({ cookies: browser.jar }), after(0.02));
		expect(before).toMatchObject({ personId: person.id, authenticatedAt: NOW.toISOString() });
		expect(browser.jar.get('session')).not.toBe(old);
		expect(await readSession(db, aBrowser({ cookies: new Map([['session', old]]) }), after(0.02))).toBeNull();
		const fresh = browser.jar.get('session');
		expect(await readSession(db, browser, after(0.03))).not.toBeNull();
		expect(browser.jar.get('session')).toBe(fresh);
	}));

test('a disabled person has no session', () =>
	withDatabase(async (db) => {
		const browser = aBrowser();
		await startSession(db, browser, (await aPerson(db)).id, NOW);
		await db.updateTable('person').set({ disabledAt: NOW.toISOString() }).execute();
		expect(await readSession(db, browser, NOW)).toBeNull();
	}));

test('when a session was last seen is written at most every five minutes', () =>
	withDatabase(async (db) => {
		const browser = aBrowser();
		await startSession(db, browser, (await aPerson(db)).id, NOW);
		const seenAt = async (minutes: number) => {
			await readSession(db, browser, new Date(NOW.getTime() + minutes * 60_000));
			return (await db.selectFrom('session').select('lastSeenAt').executeTakeFirstOrThrow()).lastSeenAt;
		};
		expect(await seenAt(4)).toBe(NOW.toISOString());
		expect(await seenAt(6)).toBe('2026-06-15T09:06:00.000Z');
		expect(await seenAt(9)).toBe('2026-06-15T09:06:00.000Z');
	}));

test('signing out ends the session and takes the cookie away', () =>
	withDatabase(async (db) => {
		const browser = aBrowser();
		await startSession(db, browser, (await aPerson(db)).id, NOW);
		await endSession(db, browser, NOW);
		expect(browser.jar.size).toBe(0);
		expect(await listIds(db)).toEqual([]);
	}));
