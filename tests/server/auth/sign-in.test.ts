import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { readSession } from '#lib/server/auth/sessions.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aPerson, PASSWORD } from '#tests/support/builders/a-person.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function countSessions(db: Db): Promise<number> {
	return (await db.selectFrom('session').select('id').execute()).length;
}

test('the right password signs in, and the trail says so', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const browser = aBrowser();
		await signIn(db, browser, { email: person.email, password: PASSWORD }, NOW);

		const signedIn = await readSession(db, browser, NOW);
		expect(signedIn).toMatchObject({ personId: person.id, name: person.name, email: person.email });
		const events = await db.selectFrom('auditEvent').select(['act', 'outcome', 'recordLabel']).execute();
		expect(events).toEqual([{ act: 'session:start', outcome: 'done', recordLabel: person.email }]);
	}));

test.each([
	['a wrong password', {}, PASSWORD.toUpperCase()],
	['a disabled account', { disabledAt: NOW.toISOString() }, PASSWORD],
	['an account without a password yet', { passwordHash: null }, PASSWORD]
])('%s is answered as an unknown account is, and starts no session', (_, given, password) =>
	withDatabase(async (db) => {
		const person = await aPerson(db, given);
		const unknown = { email: 'nobody@example.org', password: PASSWORD };
		expect(await codesOf(signIn(db, aBrowser(), { email: person.email, password }, NOW))).toEqual([
			'sign-in-failed'
		]);
		expect(await codesOf(signIn(db, aBrowser(), unknown, NOW))).toEqual(['sign-in-failed']);
		expect(await countSessions(db)).toBe(0);
	})
);

test('what was typed for an unknown account is not written down', () =>
	withDatabase(async (db) => {
		await codesOf(signIn(db, aBrowser(), { email: 'secret-in-wrong-field', password: 'x' }, NOW));
		const events = await db.selectFrom('auditEvent').selectAll().execute();
		expect(JSON.stringify(events)).not.toContain('secret-in-wrong-field');
		expect(events).toHaveLength(1);
	}));

test('five failures are free, then one account waits, from any address, and says how long', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const attempt = (password: string, address: string, now: Date) =>
			signIn(db, aBrowser({ address }), { email: person.email, password }, now);
		for (let failure = 1; failure <= 6; failure += 1)
			expect(await codesOf(attempt('wrong', `203.0.113.${failure}`, NOW))).toEqual(['sign-in-failed']);

		const refused = signIn(db, aBrowser({ address: '198.51.100.9' }), { ...person, password: PASSWORD }, NOW);
		await expect(refused).rejects.toMatchObject({ reasons: [{ code: 'too-many-attempts', seconds: 30 }] });
		await attempt(PASSWORD, '198.51.100.9', later(1));
	}));

test('an unknown account waits in the same way', () =>
	withDatabase(async (db) => {
		const input = { email: 'nobody@example.org', password: 'wrong' };
		for (let failure = 1; failure <= 6; failure += 1)
			await codesOf(signIn(db, aBrowser({ address: `203.0.113.${failure}` }), input, NOW));
		expect(await codesOf(signIn(db, aBrowser({ address: '198.51.100.9' }), input, NOW))).toEqual([
			'too-many-attempts'
		]);
	}));

test('one address that tries many accounts waits, and others do not', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		for (let failure = 1; failure <= 21; failure += 1)
			await codesOf(signIn(db, aBrowser(), { email: `guess-${failure}@example.org`, password: 'x' }, NOW));
		const input = { email: person.email, password: PASSWORD };
		expect(await codesOf(signIn(db, aBrowser(), input, NOW))).toEqual(['too-many-attempts']);
		await signIn(db, aBrowser({ address: '198.51.100.9' }), input, NOW);
	}));

test('many attempts at the same moment cannot slip by the count', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const attempts = Array.from({ length: 12 }, () =>
			codesOf(signIn(db, aBrowser(), { email: person.email, password: 'wrong' }, NOW))
		);
		const answers = (await Promise.all(attempts)).flat();
		expect(answers.filter((code) => code === 'sign-in-failed')).toHaveLength(6);
		expect(answers.filter((code) => code === 'too-many-attempts')).toHaveLength(6);
	}));

test('a success forgets the failures of the account', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const attempt = (password: string) => signIn(db, aBrowser(), { email: person.email, password }, NOW);
		for (let failure = 1; failure <= 5; failure += 1) await codesOf(attempt('wrong'));
		await attempt(PASSWORD);
		for (let failure = 1; failure <= 6; failure += 1)
			expect(await codesOf(attempt('wrong'))).toEqual(['sign-in-failed']);
	}));

test('a hash of older parameters is renewed when the password is given', () =>
	withDatabase(async (db) => {
		const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
		const person = await aPerson(db, { passwordHash: weak });
		await signIn(db, aBrowser(), { email: person.email, password: PASSWORD }, NOW);
		const { passwordHash } = await db
			.selectFrom('person')
			.select('passwordHash')
			.where('id', '=', person.id)
			.executeTakeFirstOrThrow();
		expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	}));

test('the same password counts however its accents are composed', () =>
	withDatabase(async (db) => {
		const composed = 'Köksü élan ñandú twelve'.normalize('NFC');
		const person = await aPerson(db, { passwordHash: await hashPassword(composed) });
		const input = { email: person.email, password: composed.normalize('NFD') };
		await signIn(db, aBrowser(), input, NOW);
		expect(await countSessions(db)).toBe(1);
	}));
