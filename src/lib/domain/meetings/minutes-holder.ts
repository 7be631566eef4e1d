import { addDays, type Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import type { MeetingState, MinutesState } from './meetings.ts';

export const MINUTES_AWAITS = [
	'write-minutes',
	'circulate-minutes',
	'settle-objections',
	'approve-minutes',
	'sign-minutes'
] as const;
export type MinutesAwaits = (typeof MINUTES_AWAITS)[number];

export interface HeldMinutes {
	state: MeetingState;
	minutesState: MinutesState;
	chairId: string | null;
	secretaryId: string | null;
	/** The last day of the meeting. */
	lastDay: Day;
	/** Points of the agenda under which nothing is written. */
	untold: number;
	circulatedAt: string | null;
	objectionsUntilOn: Day | null;
	/** How many objections stand. */
	standing: number;
	approvedAt: string | null;
	signedBy: readonly string[];
}

/** Who has the minutes in hand: who writes, circulates, settles, approves, signs; null while silence decides. */
export function minutesHolder(meeting: HeldMinutes, today: Day): Holder | null {
	const { chairId, secretaryId, circulatedAt, objectionsUntilOn } = meeting;
	switch (meeting.minutesState) {
		case 'draft':
			// A meeting of the public record names nobody who takes its minutes.
			if (meeting.state !== 'held' || (chairId === null && secretaryId === null)) return null;
			return people(
				[secretaryId ?? chairId],
				meeting.untold > 0 ? 'write-minutes' : 'circulate-minutes',
				meeting.lastDay
			);
		case 'circulated':
			if (meeting.standing > 0)
				return people([chairId, secretaryId], 'settle-objections', circulatedAt ?? meeting.lastDay);
			if (objectionsUntilOn === null || today <= objectionsUntilOn) return null;
			return people([], 'approve-minutes', addDays(objectionsUntilOn, 1));
		case 'approved':
			return people(
				[chairId, secretaryId].filter((id) => id !== null && !meeting.signedBy.includes(id)),
				'sign-minutes',
				meeting.approvedAt ?? meeting.lastDay
			);
		case 'locked':
			return null;
	}
}

/** These people; where nobody is named, the coordinator. */
function people(ids: readonly (string | null)[], awaits: MinutesAwaits, since: string): Holder {
	const personIds = ids.filter((id) => id !== null);
	const at = { organisationId: null, since, awaits };
	return personIds.length === 0
		? { ...at, kind: 'role', personIds, role: 'coordinator' }
		: { ...at, kind: 'people', personIds, role: null };
}
