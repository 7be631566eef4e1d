import { dayIn, daysBetween, type Day } from '#lib/domain/days.ts';
import { MISSING, NIL, valueOf, type Value } from '#lib/domain/values.ts';
import { REPORTED_STATES, type CheckInAnswer, type CheckInState } from './check-ins.ts';

/** How one organisation stands in one period, as the matrix shows it. */
export const STANDINGS = [
	/** Asked for, the due day still ahead. */
	'awaited',
	'draft',
	/** The due day is over and nothing came. */
	'silent',
	'returned',
	'reported',
	'nil',
	'accepted-country',
	'accepted-project',
	'locked'
] as const;
export type Standing = (typeof STANDINGS)[number];

export interface CheckInFacts {
	state: CheckInState;
	answer: CheckInAnswer | null;
	/** The day on which it first came, in the project's zone. */
	firstSubmittedOn: Day | null;
}

interface Asked {
	dueOn: Day;
	lockedAt: string | null;
}

/** A draft that was not handed in by the due day is silence to everybody else. */
export function standing(period: Asked, checkIn: CheckInFacts | undefined, today: Day): Standing {
	const state = checkIn?.state;
	if (state === undefined || state === 'draft') {
		if (today > period.dueOn || period.lockedAt !== null) return 'silent';
		return state ?? 'awaited';
	}
	if (state === 'returned') return 'returned';
	if (state === 'submitted') return 'reported';
	if (state === 'nil') return 'nil';
	return state === 'accepted-project' && period.lockedAt !== null ? 'locked' : state;
}

/** Does it count as reported? What was returned waits for its organisation again. */
export function isReported(checkIn: Pick<CheckInFacts, 'state'> | undefined): boolean {
	return checkIn !== undefined && REPORTED_STATES.includes(checkIn.state);
}

/** Days after the due day on which it first came; 0 in time, null while it has not come. */
export function daysLate(period: Pick<Asked, 'dueOn'>, checkIn: CheckInFacts | undefined): number | null {
	const on = checkIn?.firstSubmittedOn ?? null;
	return on === null ? null : Math.max(0, daysBetween(period.dueOn, on));
}

/** What it adds to a number that counts reports: one, nothing to report, or silence. */
export function reportValue(checkIn: CheckInFacts | undefined): Value {
	if (!checkIn || !isReported(checkIn)) return MISSING;
	return checkIn.answer === 'nil' ? NIL : valueOf(1);
}

/** The facts of a stored row. */
export function checkInFacts(
	row: { state: CheckInState; answer: CheckInAnswer | null; firstSubmittedAt: string | null },
	timeZone: string
): CheckInFacts {
	const { state, answer, firstSubmittedAt } = row;
	const firstSubmittedOn = firstSubmittedAt === null ? null : dayIn(timeZone, new Date(firstSubmittedAt));
	return { state, answer, firstSubmittedOn };
}
