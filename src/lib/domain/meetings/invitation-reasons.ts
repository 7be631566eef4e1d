import type { MeetingState } from './meetings.ts';

export type PeopleStep = 'invite' | 'answer' | 'attendance';

/** Why an invitation, an answer to it, an attendance, or a change of one's calendar is refused. */
export type InvitationReason =
	| { code: 'meeting-not-open-for'; step: PeopleStep; state: MeetingState }
	| { code: 'already-invited'; name: string }
	| { code: 'nobody-left-to-invite' }
	| { code: 'answers-itself'; name: string }
	| { code: 'no-calendar-address' }
	| { code: 'invitee-attended'; name: string }
	| { code: 'represented-is-organisation'; name: string }
	| { code: 'represented-by-itself'; organisation: string }
	| { code: 'represented-by-no-member'; organisation: string; by: string };
