import type { MeetingKind, MeetingMode, MeetingState } from '#lib/domain/meetings/meetings.ts';
import type { MeetingEvent, MeetingPart } from '#lib/domain/meetings/meeting-life.ts';

type Tone = 'neutral' | 'waiting' | 'good' | 'bad';
type Shape = 'circle' | 'quarter' | 'half' | 'three-quarters' | 'disc' | 'check' | 'cross';

export const MEETING_KIND_TEXT: Readonly<Record<MeetingKind, string>> = {
	'kick-off': 'Kick-off meeting',
	consortium: 'Consortium meeting',
	'steering-committee': 'Steering committee',
	'work-package': 'Work package meeting',
	qa: 'Quality assurance meeting',
	national: 'National meeting',
	online: 'Online meeting',
	training: 'Training',
	'information-day': 'Information day'
};

export const MEETING_MODE_TEXT: Readonly<Record<MeetingMode, string>> = {
	'on-site': 'On site',
	online: 'Online',
	hybrid: 'On site and online'
};

/** A state as a word, with the tone and shape that go with it on every page. */
export const MEETING_STATE_TEXT = {
	planned: { label: 'Planned', tone: 'neutral', shape: 'circle' },
	invited: { label: 'Invited', tone: 'waiting', shape: 'quarter' },
	running: { label: 'Running', tone: 'waiting', shape: 'half' },
	held: { label: 'Held', tone: 'waiting', shape: 'three-quarters' },
	minuted: { label: 'Minutes approved', tone: 'good', shape: 'disc' },
	closed: { label: 'Closed', tone: 'good', shape: 'check' },
	cancelled: { label: 'Cancelled', tone: 'bad', shape: 'cross' }
} as const satisfies Record<MeetingState, { label: string; tone: Tone; shape: Shape }>;

/** What the button of a step says. */
export const MEETING_EVENT_TEXT: Readonly<Record<MeetingEvent, string>> = {
	invite: 'Send the invitations',
	start: 'Start the meeting',
	end: 'End the meeting',
	minute: 'Record the minutes as approved',
	close: 'Close the meeting',
	cancel: 'Cancel the meeting'
};

export const MEETING_PART_TEXT: Readonly<Record<MeetingPart, { lacks: string; next: string }>> = {
	days: { lacks: 'It has no day yet.', next: 'Edit the meeting and enter its days and hours.' },
	agenda: {
		lacks: 'Its agenda is empty.',
		next: 'Add at least one point on the agenda page, or accept a proposal.'
	},
	chair: { lacks: 'Nobody is named as its chair.', next: 'Edit the meeting and choose who chairs it.' },
	secretary: {
		lacks: 'Nobody is named as its secretary.',
		next: 'Edit the meeting and choose who writes the minutes.'
	},
	invitees: {
		lacks: 'Nobody is invited yet.',
		next: 'Choose organisations, people and guests on the people page.'
	}
};

/** 09:05: minutes after local midnight. */
export function clockText(minutes: number): string {
	const pad = (number: number) => String(number).padStart(2, '0');
	return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** 45 min, 1 h, 1 h 30 min. */
export function durationText(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	if (hours === 0) return `${rest} min`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** 12:05 of 30 min, 3 min over: how long a point takes. */
export function elapsedText(seconds: number, planned: number | null): string {
	const minutes = Math.floor(seconds / 60);
	const taken = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
	if (planned === null) return taken;
	const over = minutes - planned;
	return `${taken} of ${durationText(planned)}${over > 0 ? `, ${durationText(over)} over` : ''}`;
}
