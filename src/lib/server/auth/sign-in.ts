import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { SignIn } from '#lib/schemas/sign-in.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import { hashPassword, needsRehash, verifyPassword } from './passwords.ts';
import { addressOf, startSession, type Browser } from './sessions.ts';
import { attemptKeys, forgetAttempt, pruneAttempts, registerAttempt } from './throttle.ts';

/** Signs in by e-mail and password. An unknown account takes the same work, waits and answer as a wrong password. */
export async function signIn(db: Db, browser: Browser, input: SignIn, now: Date): Promise<void> {
	const keys = attemptKeys(input.email, addressOf(browser));
	await registerAttempt(db, keys, now);
	const person = await db
		.selectFrom('person')
		.select(['id', 'name', 'email', 'passwordHash'])
		.where('email', '=', input.email)
		.where('disabledAt', 'is', null)
		.executeTakeFirst();
	const matches = await verifyPassword(person?.passwordHash ?? null, input.password);
	if (!person?.passwordHash || !matches) {
		await db.transaction().execute((db) => recordSignIn(db, person ?? null, 'refused', now));
		throw new Refusal([{ code: 'sign-in-failed' }]);
	}

	const renewed = needsRehash(person.passwordHash) ? await hashPassword(input.password) : null;
	await db.transaction().execute(async (db) => {
		await forgetAttempt(db, keys);
		await pruneAttempts(db, now);
		if (renewed !== null)
			await db.updateTable('person').set({ passwordHash: renewed }).where('id', '=', person.id).execute();
		// Before the session, so that a crash in between leaves none that the trail does not know.
		await recordSignIn(db, person, 'done', now);
	});
	await startSession(db, browser, person.id, now);
}

/** An unknown account is recorded without what was typed: it may be a password in the wrong field. */
async function recordSignIn(
	db: Db,
	person: { id: string; name: string; email: string } | null,
	outcome: 'done' | 'refused',
	now: Date
): Promise<void> {
	const actor = { personId: person?.id ?? null, name: person?.name ?? 'unknown', organisationId: null };
	const record = { type: 'person', id: person?.id ?? null, label: person?.email ?? 'unknown account' };
	const entry = { chain: INSTALLATION, actor, act: 'session:start', record, outcome };
	await appendAudit(db, entry, now);
}
