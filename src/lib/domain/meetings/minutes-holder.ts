import { addDays, type Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { isOfPublicRecord, type Origin } from '#lib/domain/origin.ts';
import type { MeetingState, MinutesState } from './meetings.ts';

export const MINUTES_AWAITS = [
	'name-officers',
	'write-minutes',
	'circulate-minutes',
	'await-objections',
	'settle-objections',
	'approve-minutes',
	'sign-minutes'
] as const;
export type MinutesAwaits = (typeof MINUTES_AWAITS)[number];

export interface HeldMinutes {
	state: MeetingState;
	minutesState: MinutesState;
	origin: Origin;
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

/**
 * Who has the minutes in hand: who writes, circulates, settles, approves, signs; during the days of objection the
 * coordinator, who records the approval after them. Null before the meeting is held and once they are locked.
 */
export function minutesHolder(meeting: HeldMinutes, today: Day): Holder | null {
	const { chairId, secretaryId, circulatedAt, objectionsUntilOn, lastDay } = meeting;
	switch (meeting.minutesState) {
		case 'draft':
			return meeting.state === 'held' ? draftHolder(meeting) : null;
		case 'circulated':
			if (meeting.standing > 0)
				return people([chairId, secretaryId], 'settle-objections', circulatedAt ?? lastDay);
			return objectionsUntilOn === null || today <= objectionsUntilOn
				? people([], 'await-objections', circulatedAt ?? lastDay)
				: people([], 'approve-minutes', addDays(objectionsUntilOn, 1));
		case 'approved':
			return people(
				[chairId, secretaryId].filter((id) => id !== null && !meeting.signedBy.includes(id)),
				'sign-minutes',
				meeting.approvedAt ?? lastDay
			);
		case 'locked':
			return null;
	}
}

function draftHolder({ chairId, secretaryId, origin, untold, lastDay }: HeldMinutes): Holder | null {
	if (chairId === null && secretaryId === null)
		// The minutes of a meeting of the public record are not ours to write.
		return isOfPublicRecord(origin) ? null : people([], 'name-officers', lastDay);
	return people([secretaryId ?? chairId], untold > 0 ? 'write-minutes' : 'circulate-minutes', lastDay);
}

/** These people; where nobody is named, the coordinator. */
function people(ids: readonly (string | null)[], awaits: MinutesAwaits, since: string): Holder {
	const personIds = ids.filter((id) => id !== null);
	const at = { organisationId: null, since, awaits };
	return personIds.length === 0
		? { ...at, kind: 'role', personIds, role: 'coordinator' }
		: { ...at, kind: 'people', personIds, role: null };
}
