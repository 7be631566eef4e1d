import type { MeetingState } from './meetings.ts';

export type PeopleStep = 'invite' | 'answer' | 'attendance';

/** Why a text is not one answer of one calendar. */
export type ReplyFault =
	'too-long' | 'no-calendar' | 'no-reply' | 'not-one-event' | 'incomplete' | 'not-one-person' | 'no-answer';

/** Why an invitation, an answer to it, an attendance, or a change of one's calendar is refused. */
export type InvitationReason =
	| { code: 'meeting-not-open-for'; step: PeopleStep; state: MeetingState }
	| { code: 'already-invited'; name: string }
	| { code: 'nobody-left-to-invite' }
	| { code: 'answers-itself'; name: string }
	| { code: 'calendar-reply-missing' }
	| { code: 'calendar-reply-unreadable'; fault: ReplyFault }
	| { code: 'calendar-reply-of-other' }
	| { code: 'calendar-reply-outdated' }
	| { code: 'calendar-reply-uninvited'; address: string }
	| { code: 'calendar-reply-older'; name: string; answeredAt: string }
	| { code: 'no-calendar-address' }
	| { code: 'invitee-attended'; name: string }
	| { code: 'represented-is-organisation'; name: string }
	| { code: 'represented-by-itself'; organisation: string }
	| { code: 'represented-by-no-member'; organisation: string; by: string };
