import type { Day } from '#lib/domain/days.ts';
import { stateBlocks, type LifeCycle, type StateReason } from '#lib/domain/life-cycle.ts';
import type { AgendaState, MeetingState, MinutesState } from './meetings.ts';

export const MEETING_EVENTS = ['invite', 'start', 'end', 'minute', 'close', 'cancel'] as const;
export type MeetingEvent = (typeof MEETING_EVENTS)[number];

/** domain.md 3.5. A meeting held without the running clock goes from invited to held at once. */
export const MEETING_LIFE: LifeCycle<MeetingState, MeetingEvent> = {
	invite: { from: ['planned'], to: 'invited' },
	start: { from: ['invited'], to: 'running' },
	end: { from: ['invited', 'running'], to: 'held' },
	minute: { from: ['held'], to: 'minuted' },
	close: { from: ['minuted'], to: 'closed' },
	cancel: { from: ['planned', 'invited'], to: 'cancelled' }
};

export type MeetingPart = 'days' | 'agenda' | 'chair' | 'secretary' | 'invitees';

export type MeetingStepReason =
	| { code: 'meeting-lacks'; part: MeetingPart }
	| { code: 'meeting-not-yet'; day: Day }
	| { code: 'minutes-not-approved'; state: MinutesState }
	| { code: 'minutes-not-locked'; state: MinutesState };

export interface MeetingStepFacts {
	state: MeetingState;
	minutesState: MinutesState;
	chairId: string | null;
	secretaryId: string | null;
	days: readonly { day: Day }[];
	agenda: readonly { state: AgendaState }[];
	invitees: number;
	/** In the meeting's zone. */
	today: Day;
}

/** Everything that stands against a step, at once. */
export function meetingStepBlocks(
	meeting: MeetingStepFacts,
	event: MeetingEvent
): (StateReason | MeetingStepReason)[] {
	return [...stateBlocks(MEETING_LIFE, meeting.state, event), ...guards(meeting, event)];
}

function guards(meeting: MeetingStepFacts, event: MeetingEvent): MeetingStepReason[] {
	switch (event) {
		case 'invite':
			return missingParts(meeting).map((part) => ({ code: 'meeting-lacks', part }));
		case 'start':
		case 'end':
			return tooEarly(meeting);
		case 'minute':
			return meeting.minutesState === 'approved' || meeting.minutesState === 'locked'
				? []
				: [{ code: 'minutes-not-approved', state: meeting.minutesState }];
		case 'close':
			return meeting.minutesState === 'locked'
				? []
				: [{ code: 'minutes-not-locked', state: meeting.minutesState }];
		case 'cancel':
			return [];
	}
}

function missingParts(meeting: MeetingStepFacts): MeetingPart[] {
	const has: Record<MeetingPart, boolean> = {
		days: meeting.days.length > 0,
		agenda: meeting.agenda.some(({ state }) => state === 'planned'),
		chair: meeting.chairId !== null,
		secretary: meeting.secretaryId !== null,
		invitees: meeting.invitees > 0
	};
	return PARTS.filter((part) => !has[part]);
}

const PARTS: readonly MeetingPart[] = ['days', 'agenda', 'chair', 'secretary', 'invitees'];

function tooEarly({ days, today }: MeetingStepFacts): MeetingStepReason[] {
	const first = days.map(({ day }) => day).sort()[0];
	if (first === undefined) return [{ code: 'meeting-lacks', part: 'days' }];
	return today < first ? [{ code: 'meeting-not-yet', day: first }] : [];
}
