import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { createLink, findLink, linkUrl } from '#lib/server/auth/one-time-links.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { setPasswordByLink } from '#lib/server/auth/set-password.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { sha256 } from '#lib/server/ids.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aPerson, PASSWORD } from '#tests/support/builders/a-person.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

const HOUR_MS = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const CHOSEN = { newPassword: 'seven quiet camels walk', newPasswordAgain: 'seven quiet camels walk' };

const make = (db: Db, personId: string, kind: 'invitation' | 'reset' = 'reset', now = NOW) =>
	db.transaction().execute((db) => createLink(db, { personId, kind, createdBy: null }, now));

test('only the hash of the secret is stored', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const secret = await make(db, person.id);
		expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
		const rows = await db.selectFrom('oneTimeLink').selectAll().execute();
		expect(rows.map((row) => row.id)).toEqual([sha256(secret)]);
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(linkUrl('https://desk.example.eu', secret)).toBe(`https://desk.example.eu/link/${secret}`);
	}));

test.each([
	['invitation', 7 * 24],
	['reset', 24]
] as const)('an %s link works for %i hours', (kind, hours) =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const secret = await make(db, person.id, kind);
		expect(await findLink(db, secret, after(hours - 0.01))).toMatchObject({ kind, personId: person.id });
		expect(await findLink(db, secret, after(hours))).toBeUndefined();
		expect(await codesOf(setPasswordByLink(db, aBrowser(), secret, CHOSEN, after(hours)))).toEqual([
			'link-dead'
		]);
	})
);

test('a link sets the password once, signs in, and ends every earlier session', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const elsewhere = aBrowser();
		await startSession(db, elsewhere, person.id, NOW);
		const secret = await make(db, person.id);
		const browser = aBrowser();
		await setPasswordByLink(db, browser, secret, CHOSEN, NOW);

		expect(await readSession(db, browser, NOW)).toMatchObject({ personId: person.id });
		expect(await readSession(db, elsewhere, NOW)).toBeNull();
		expect(await codesOf(signIn(db, aBrowser(), { email: person.email, password: PASSWORD }, NOW))).toEqual([
			'sign-in-failed'
		]);
		await signIn(db, aBrowser(), { email: person.email, password: CHOSEN.newPassword }, NOW);
		expect(await codesOf(setPasswordByLink(db, aBrowser(), secret, CHOSEN, NOW))).toEqual(['link-dead']);
	}));

test('a newer link of the kind kills the earlier one; using one kills those of the other kind', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const first = await make(db, person.id);
		const second = await make(db, person.id);
		const invitation = await make(db, person.id, 'invitation');
		expect(await findLink(db, first, NOW)).toBeUndefined();
		await setPasswordByLink(db, aBrowser(), second, CHOSEN, NOW);
		expect(await findLink(db, invitation, NOW)).toBeUndefined();
	}));

test('two uses at the same moment set one password', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const secret = await make(db, person.id);
		const other = { newPassword: 'other words come in', newPasswordAgain: 'other words come in' };
		const both = await Promise.allSettled([
			setPasswordByLink(db, aBrowser(), secret, CHOSEN, NOW),
			setPasswordByLink(db, aBrowser(), secret, other, NOW)
		]);
		expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
	}));

test('a weak or mistyped password leaves the link as it was', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const secret = await make(db, person.id);
		const weak = { newPassword: 'short', newPasswordAgain: 'sort' };
		expect(await codesOf(setPasswordByLink(db, aBrowser(), secret, weak, NOW))).toEqual([
			'password-too-short',
			'password-repeat-differs'
		]);
		expect(await findLink(db, secret, NOW)).toBeDefined();
		expect(await db.selectFrom('session').select('id').execute()).toEqual([]);
	}));

test('the link of a disabled account is dead', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const secret = await make(db, person.id);
		await db.updateTable('person').set({ disabledAt: NOW.toISOString() }).execute();
		expect(await codesOf(setPasswordByLink(db, aBrowser(), secret, CHOSEN, NOW))).toEqual(['link-dead']);
	}));
