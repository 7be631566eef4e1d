import type { Db } from '#db/schema.ts';
import { createSession } from '#lib/server/auth/sessions.ts';
import { loadClock, now } from '#lib/server/clock.ts';
import { sha256 } from '#lib/server/ids.ts';
import { emailOf, findPersonId, type Account } from './accounts.ts';

const HOUR_MS = 3_600_000;

/** `stale`: the password was given an hour ago, so that a signature asks for it again. */
export interface SessionWish {
	stale?: boolean;
}

/** Writes a session as a sign-in would, and returns the value of its cookie. */
export async function writeSession(db: Db, personId: string, wish: SessionWish = {}): Promise<string> {
	await loadClock(db);
	const token = await createSession(db, personId, now());
	if (wish.stale === true) {
		const authenticatedAt = new Date(now().getTime() - HOUR_MS).toISOString();
		await db.updateTable('session').set({ authenticatedAt }).where('id', '=', sha256(token)).execute();
	}
	return token;
}

/** The Cookie header of a demo account, without the sign-in page. */
export async function cookieOf(db: Db, account: Account, wish?: SessionWish): Promise<string> {
	return `session=${await writeSession(db, await findPersonId(db, emailOf(account)), wish)}`;
}
