import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { freshAuthentication, isFresh } from '#lib/server/auth/reauthentication.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { changePassword } from '#lib/server/auth/set-password.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aPerson, PASSWORD } from '#tests/support/builders/a-person.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function signedInAt(db: Db, minutes: number) {
	const event = aBrowser();
	await startSession(db, event, (await aPerson(db)).id, NOW);
	const now = after(minutes);
	const signedIn = await readSession(db, event, now);
	if (!signedIn) throw new Error('not signed in');
	return { db, event, now, signedIn };
}

test('within ten minutes no password is asked for, and the signature says when it was given', () =>
	withDatabase(async (db) => {
		const request = await signedInAt(db, 10);
		expect(isFresh(request.signedIn, request.now)).toBe(true);
		expect(await freshAuthentication(request, undefined)).toBe(NOW.toISOString());
	}));

test.each([undefined, ''])('later it is, and without it (%j) nothing is signed', (password) =>
	withDatabase(async (db) => {
		const request = await signedInAt(db, 11);
		expect(isFresh(request.signedIn, request.now)).toBe(false);
		expect(await codesOf(freshAuthentication(request, password))).toEqual(['reauthentication-needed']);
	})
);

test('the right password makes this session fresh, and no other', () =>
	withDatabase(async (db) => {
		const request = await signedInAt(db, 60);
		const other = aBrowser();
		await startSession(db, other, request.signedIn.personId, NOW);
		expect(await freshAuthentication(request, PASSWORD)).toBe(request.now.toISOString());
		expect(await readSession(db, request.event, request.now)).toMatchObject({
			authenticatedAt: request.now.toISOString()
		});
		expect(await readSession(db, other, request.now)).toMatchObject({ authenticatedAt: NOW.toISOString() });
	}));

test('a wrong password signs nothing, and guessing is slowed down', () =>
	withDatabase(async (db) => {
		const request = await signedInAt(db, 60);
		for (let failure = 1; failure <= 6; failure += 1)
			expect(await codesOf(freshAuthentication(request, 'wrong'))).toEqual(['password-wrong']);
		expect(await codesOf(freshAuthentication(request, PASSWORD))).toEqual(['too-many-attempts']);
		expect(await readSession(db, request.event, request.now)).toMatchObject({
			authenticatedAt: NOW.toISOString()
		});
	}));

test('changing the password takes the present one, ends the other sessions and renews this one', () =>
	withDatabase(async (db) => {
		const request = await signedInAt(db, 1);
		const other = aBrowser();
		await startSession(db, other, request.signedIn.personId, NOW);
		const before = request.event.jar.get('session');
		const chosen = { newPassword: 'seven quiet camels walk', newPasswordAgain: 'seven quiet camels walk' };
		expect(await codesOf(changePassword(request, { password: 'wrong', ...chosen }))).toEqual([
			'password-wrong'
		]);
		expect(await readSession(db, other, NOW)).not.toBeNull();

		await changePassword(request, { password: PASSWORD, ...chosen });
		expect(await readSession(db, other, request.now)).toBeNull();
		expect(request.event.jar.get('session')).not.toBe(before);
		expect(await readSession(db, request.event, request.now)).not.toBeNull();
	}));
