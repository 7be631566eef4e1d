import type { Day } from '#lib/domain/days.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { DecisionStanding } from './decisions.ts';
import type { MinutesState } from './meetings.ts';

export interface StandingFacts {
	urgent: number;
	effectiveOn: Day | null;
	/** Of the meeting that took it; null without a meeting. */
	minutesState: MinutesState | null;
	/** Stated by a public source: the consortium has told it as decided, whatever minutes it keeps elsewhere. */
	origin?: Origin;
}

/** What superseded a decision, as it stands in the decision's own row; null where nothing did. */
export interface Successor {
	laterUrgent: number | null;
	laterOrigin: Origin | null;
	laterEffectiveOn: Day | null;
	laterMinutesState: MinutesState | null;
}

export function successorOf(row: Successor): StandingFacts | null {
	if (row.laterUrgent === null || row.laterOrigin === null) return null;
	return {
		urgent: row.laterUrgent,
		origin: row.laterOrigin,
		effectiveOn: row.laterEffectiveOn,
		minutesState: row.laterMinutesState
	};
}

/**
 * Whether a decision counts on a day: once the minutes that hold it are approved, at once if it is urgent or was taken
 * without a meeting, never before its own day; and until the decision that supersedes it counts.
 */
export function decisionStanding(
	decision: StandingFacts,
	successor: StandingFacts | null,
	today: Day
): DecisionStanding {
	if (!isEffective(decision, today)) return 'recorded';
	return successor !== null && isEffective(successor, today) ? 'superseded' : 'in-force';
}

function isEffective({ urgent, effectiveOn, minutesState, origin }: StandingFacts, today: Day): boolean {
	const isSettled =
		urgent === 1 ||
		origin === 'stated' ||
		minutesState === null ||
		minutesState === 'approved' ||
		minutesState === 'locked';
	return isSettled && (effectiveOn === null || effectiveOn <= today);
}

/** A decision as permissions see it: outsiders read what is public and counts, or counted. */
export function isPublicDecision(decision: { level: 'PU' | 'SEN'; standing: DecisionStanding }): boolean {
	return decision.level === 'PU' && decision.standing !== 'recorded';
}
