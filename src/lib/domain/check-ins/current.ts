import { WRITABLE_STATES, type CheckInState } from './check-ins.ts';

interface OwnPeriod {
	lockedAt: string | null;
	/** Null while the organisation has not begun. */
	state: CheckInState | null;
}

/** Can an organisation still write on a period? */
export function isWritable({ lockedAt, state }: OwnPeriod): boolean {
	return lockedAt === null && (state === null || WRITABLE_STATES.includes(state));
}

/**
 * The period that an organisation is asked about: what was returned comes first, then the one before the running one
 * while it is open, then the running one. Older silence stays reachable, but nobody has to work through it first.
 */
export function currentPeriod<Period extends OwnPeriod>(periods: readonly Period[]): Period | undefined {
	const open = periods.filter(isWritable);
	const recent = periods.slice(-2).filter(isWritable);
	return open.find(({ state }) => state === 'returned') ?? recent[0] ?? periods.at(-1);
}
