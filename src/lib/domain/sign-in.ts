/** Reasons of signing in and giving the password again. */
export type SignInReason =
	/** Never tells which: unknown account, wrong password, disabled, not yet set. */
	| { code: 'sign-in-failed' }
	| { code: 'too-many-attempts'; seconds: number }
	| { code: 'reauthentication-needed' }
	| { code: 'password-wrong' };

/** Failures in a row for one account, or from one address. */
export interface Attempts {
	failures: number;
	firstFailureAt: string;
	blockedUntil: string | null;
}

const WINDOW_MS = 15 * 60_000;
const FIRST_WAIT_MS = 30_000;
/** Nobody is locked out for ever: the longest wait, and after it one attempt is always free. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** How many failures are free before waits begin. */
export const FREE_FAILURES = { account: 5, address: 20 } as const;

export function waitSeconds(attempts: Attempts, now: Date): number {
	if (attempts.blockedUntil === null) return 0;
	return Math.max(0, Math.ceil((Date.parse(attempts.blockedUntil) - now.getTime()) / 1000));
}

/** The count after one more failure; waits double from failure to failure, and all is forgotten after a quiet quarter of an hour. */
export function countFailure(before: Attempts | null, free: number, now: Date): Attempts {
	const at = now.toISOString();
	if (before === null || isForgotten(before, now)) {
		return { failures: 1, firstFailureAt: at, blockedUntil: null };
	}
	const failures = before.failures + 1;
	const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - free - 1, 20));
	const blockedUntil = failures > free ? new Date(now.getTime() + wait).toISOString() : null;
	return { failures, firstFailureAt: before.firstFailureAt, blockedUntil };
}

function isForgotten(attempts: Attempts, now: Date): boolean {
	const since = Date.parse(attempts.blockedUntil ?? attempts.firstFailureAt);
	return now.getTime() - since > WINDOW_MS;
}

const FRESH_MS = 10 * 60_000;

/** A signature needs a password given within the last ten minutes. */
export function isFreshAuthentication(authenticatedAt: string, now: Date): boolean {
	const age = now.getTime() - Date.parse(authenticatedAt);
	return age >= 0 && age <= FRESH_MS;
}
