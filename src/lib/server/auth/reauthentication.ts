import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { isFreshAuthentication } from '#lib/domain/sign-in.ts';
import type { SignedIn } from '#lib/server/http/context.ts';
import { verifyPassword } from './passwords.ts';
import { addressOf, type Browser } from './sessions.ts';
import { attemptKeys, forgetAttempt, registerAttempt } from './throttle.ts';

/** What a project's or an account's request has, as far as giving the password again needs it. */
export interface Reauthenticating {
	db: Db;
	signedIn: SignedIn;
	now: Date;
	event: Browser;
}

/** Whether the password was given within the last ten minutes, so that a page need not ask for it. */
export function isFresh(signedIn: SignedIn, now: Date): boolean {
	return isFreshAuthentication(signedIn.authenticatedAt, now);
}

/**
 * When the password was last given, as a signature records it; an older one is asked for anew.
 * Call it before the command, never inside a transaction.
 */
export async function freshAuthentication(
	{ db, signedIn, now, event }: Reauthenticating,
	password: string | undefined
): Promise<string> {
	if (isFresh(signedIn, now)) return signedIn.authenticatedAt;
	if (password === undefined || password === '') throw new Refusal([{ code: 'reauthentication-needed' }]);
	await assertPassword({ db, signedIn, now, event }, password);
	const authenticatedAt = now.toISOString();
	await db.updateTable('session').set({ authenticatedAt }).where('id', '=', signedIn.sessionId).execute();
	return authenticatedAt;
}

/** Throws a `Refusal` unless this is the password of the person signed in; guesses are throttled as sign-ins are. */
export async function assertPassword(
	{ db, signedIn, now, event }: Reauthenticating,
	password: string
): Promise<void> {
	const keys = attemptKeys(signedIn.email, addressOf(event));
	await registerAttempt(db, keys, now);
	const person = await db
		.selectFrom('person')
		.select('passwordHash')
		.where('id', '=', signedIn.personId)
		.executeTakeFirst();
	if (!(await verifyPassword(person?.passwordHash ?? null, password)))
		throw new Refusal([{ code: 'password-wrong' }]);
	await db.transaction().execute((db) => forgetAttempt(db, keys));
}
