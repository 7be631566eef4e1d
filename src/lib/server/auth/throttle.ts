import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { countFailure, FREE_FAILURES, waitSeconds } from '#lib/domain/sign-in.ts';
import { sha256 } from '#lib/server/ids.ts';

export interface AttemptKeys {
	account: string;
	address: string;
}

export function attemptKeys(email: string, address: string): AttemptKeys {
	return { account: `account:${sha256(email)}`, address: `address:${networkOf(address)}` };
}

/**
 * Counts an attempt as failed before the password is looked at, so that many at once cannot slip by; a success takes
 * it back. Refuses, and counts nothing, while the account or the address has to wait.
 */
export async function registerAttempt(db: Db, keys: AttemptKeys, now: Date): Promise<void> {
	const seconds = await db.transaction().execute(async (db) => {
		const waits: number[] = [];
		for (const kind of ['account', 'address'] as const) {
			waits.push(await countAttempt(db, keys[kind], FREE_FAILURES[kind], now));
		}
		return Math.max(...waits);
	});
	if (seconds > 0) throw new Refusal([{ code: 'too-many-attempts', seconds }]);
}

/** The wait before another attempt, and 0 when this one may go on. Touching the row first makes rivals queue. */
async function countAttempt(db: Db, key: string, free: number, now: Date): Promise<number> {
	const start = countFailure(null, free, now);
	const before = await db
		.insertInto('signInThrottle')
		.values({ key, ...start, failures: 0 })
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet((eb) => ({ failures: eb.ref('signInThrottle.failures') }))
		)
		.returning(['failures', 'firstFailureAt', 'blockedUntil'])
		.executeTakeFirstOrThrow();
	const seconds = waitSeconds(before, now);
	if (seconds > 0) return seconds;
	const after = countFailure(before.failures === 0 ? null : before, free, now);
	await db.updateTable('signInThrottle').set(after).where('key', '=', key).execute();
	return 0;
}

/** The password was right: the account starts anew, the address gets this attempt back. */
export async function forgetAttempt(db: Db, keys: AttemptKeys): Promise<void> {
	await db.deleteFrom('signInThrottle').where('key', '=', keys.account).execute();
	await db
		.updateTable('signInThrottle')
		.set((eb) => ({ failures: eb('failures', '-', 1), blockedUntil: null }))
		.where('key', '=', keys.address)
		.where('failures', '>', 0)
		.execute();
}

/** Takes away what has long been forgotten. */
export async function pruneAttempts(db: Db, now: Date): Promise<void> {
	const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
	await db.deleteFrom('signInThrottle').where('firstFailureAt', '<', yesterday).execute();
}

/** One household or office has a whole /64 of IPv6 addresses: they count as one. */
function networkOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail = ''] = address.split('::');
	const given = head === '' ? [] : head.split(':');
	const missing = address.includes('::') ? 8 - given.length - (tail === '' ? 0 : tail.split(':').length) : 0;
	return [...given, ...Array<string>(missing).fill('0'), ...tail.split(':')].slice(0, 4).join(':');
}
