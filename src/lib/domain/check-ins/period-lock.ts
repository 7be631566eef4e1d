import type { Day } from '#lib/domain/days.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import type { CheckInReason } from './check-in-reasons.ts';
import { isComplete, projectWaiting, type Asked } from './waiting.ts';

export interface LockFacts {
	period: { endsOn: Day; lockedAt: string | null };
	consortium: readonly Asked[];
	/** Deliverables that went past their agreed day in the period or before, with nobody having said why. */
	unjustified: readonly string[];
	/** What other parts of the project demand first, such as a state of play of every open risk. */
	further: readonly Reason[];
}

/** Everything that still stands between a period and its lock. */
export function lockBlocks(facts: LockFacts, today: Day): Reason[] {
	const { period, consortium, unjustified, further } = facts;
	if (period.lockedAt !== null) return [{ code: 'period-locked' }];
	const waiting = projectWaiting(consortium);
	const { forReports, forAcceptance } = waiting;
	return [
		...(today <= period.endsOn ? [{ code: 'period-running', endsOn: period.endsOn } as const] : []),
		...(isComplete(waiting) ? [] : [{ code: 'period-waits', forReports, forAcceptance } as const]),
		...(unjustified.length > 0 ? [{ code: 'lateness-unjustified', items: unjustified } as const] : []),
		...further
	];
}

/** A locked period is opened again only with a reason; then it is accepted anew. */
export function reopenBlocks(period: { lockedAt: string | null }, reason: string): CheckInReason[] {
	return [
		...(period.lockedAt === null ? [{ code: 'period-not-locked' } as const] : []),
		...(reason.trim() === '' ? [{ code: 'reopen-reason-needed' } as const] : [])
	];
}
