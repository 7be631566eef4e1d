export const MEETING_KINDS = [
	'kick-off',
	'consortium',
	'steering-committee',
	'work-package',
	'qa',
	'national',
	'online',
	'training',
	'information-day'
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_MODES = ['on-site', 'online', 'hybrid'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const MEETING_STATES = [
	'planned',
	'invited',
	'running',
	'held',
	'minuted',
	'closed',
	'cancelled'
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Of the minutes; while they are circulated, the days of objection run. */
export const MINUTES_STATES = ['draft', 'circulated', 'approved', 'locked'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export const ANSWERS = ['yes', 'no', 'maybe'] as const;
export type InvitationAnswer = (typeof ANSWERS)[number];

/** An organisation that is represented counts for the quorum without having anybody there. */
export const ATTENDANCES = ['in-person', 'remote', 'represented', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const AGENDA_STATES = ['proposed', 'planned', 'declined', 'dropped'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

/** How an item came onto the agenda: by hand, by the third move of an action's date, or left over from before. */
export const AGENDA_SOURCES = ['entered', 'third-move', 'carried-over'] as const;
export type AgendaSource = (typeof AGENDA_SOURCES)[number];

export const OUTCOME_KINDS = ['information', 'decision', 'action'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];
