import type { Generated } from 'kysely';
import type {
	AgendaSource,
	AgendaState,
	Attendance,
	InvitationAnswer,
	MeetingKind,
	MeetingMode,
	MeetingState,
	MinutesState,
	OutcomeKind
} from '#lib/domain/meetings/meetings.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Role } from '#lib/domain/roles.ts';

/** Meetings that follow one another: what is left open in one stands on the agenda of the next. */
export interface MeetingSeries {
	id: string;
	projectId: string;
	code: string;
	title: string;
	origin: Origin;
}

export interface Meeting {
	id: string;
	projectId: string;
	/** Its name in addresses, unique in the project. */
	slug: string;
	seriesId: string | null;
	kind: MeetingKind;
	title: string;
	mode: MeetingMode;
	place: string;
	link: string | null;
	/** Of a national meeting: whose. */
	country: string | null;
	hostOrganisationId: string | null;
	/** IANA zone that its times are told in. */
	timeZone: string;
	chairId: string | null;
	secretaryId: string | null;
	level: 'PU' | 'SEN';
	state: MeetingState;
	minutesState: MinutesState;
	cancelledReason: string | null;
	summary: string;
	/** Of RFC 5545: counts the changes that calendars have to take over. */
	sequence: number;
	origin: Origin;
	search: string;
	createdBy: string | null;
	createdAt: string;
	changedAt: string;
	version: Generated<number>;
}

/** Minutes after local midnight, in the meeting's zone; null where the public record tells no times. */
export interface MeetingDay {
	meetingId: string;
	day: string;
	startsAt: number | null;
	endsAt: number | null;
}

/** A day that a meeting had once: calendars are told that it is cancelled. */
export interface MeetingDayRemoved extends MeetingDay {
	/** Its place among the days of the meeting, the first is 1. */
	number: number;
}

export interface MeetingWorkPackage {
	meetingId: string;
	workPackageId: string;
}

/** An organisation, one of its people, or a guest; who came stands in the same row. */
export interface MeetingInvitee {
	id: string;
	projectId: string;
	meetingId: string;
	organisationId: string | null;
	personId: string | null;
	guestName: string;
	guestOrganisation: string;
	answer: InvitationAnswer | null;
	answeredBy: string | null;
	answeredAt: string | null;
	attendance: Attendance | null;
	/** The member that speaks for this organisation. */
	representedById: string | null;
	attendanceBy: string | null;
	attendanceAt: string | null;
	invitedBy: string | null;
	invitedAt: string;
	removedAt: string | null;
	origin: Origin;
}

/** A point of an agenda; without a meeting it waits in the backlog of its series, or of the project. */
export interface AgendaItem {
	id: string;
	projectId: string;
	meetingId: string | null;
	seriesId: string | null;
	day: string | null;
	section: string;
	/** Name of the parallel session; empty: for everybody. */
	track: string;
	position: number;
	title: string;
	description: string;
	presenterId: string | null;
	presenterName: string;
	/** Minutes after local midnight. */
	startsAt: number | null;
	/** How long it is to take. */
	minutes: number | null;
	state: AgendaState;
	source: AgendaSource;
	proposedBy: string | null;
	proposedAt: string;
	decidedBy: string | null;
	decidedAt: string | null;
	decisionNote: string;
	/** The running clock. */
	openedAt: string | null;
	closedAt: string | null;
	origin: Origin;
	version: Generated<number>;
}

/** A record that an agenda item is about. */
export interface AgendaLink {
	id: string;
	projectId: string;
	agendaItemId: string;
	itemId: string | null;
	riskId: string | null;
	addedBy: string | null;
	addedAt: string;
}

/** Papers of an agenda item, the scan of the sign-in sheet, pictures. */
export interface MeetingEvidence {
	id: string;
	projectId: string;
	meetingId: string;
	agendaItemId: string | null;
	evidenceId: string;
	purpose: 'paper' | 'sign-in-sheet' | 'picture';
	usedBy: string;
	organisationId: string;
	usedAt: string;
	removedAt: string | null;
}

/** Every version of what the minutes say under an agenda item; the current one has no `untilAt`. */
export interface MinutesText {
	agendaItemId: string;
	version: number;
	text: string;
	writtenBy: string | null;
	organisationId: string | null;
	writtenAt: string;
	untilAt: string | null;
}

/** What came of an agenda item: something to know, a decision, or an action. */
export interface MinutesOutcome {
	id: string;
	projectId: string;
	meetingId: string;
	agendaItemId: string;
	kind: OutcomeKind;
	/** Empty where the decision or the action says it. */
	text: string;
	decisionId: string | null;
	itemId: string | null;
	createdBy: string | null;
	createdAt: string;
	removedAt: string | null;
	origin: Origin;
}

/** The minutes as they were sent round, for ever. */
export interface MinutesCirculation {
	id: string;
	projectId: string;
	meetingId: string;
	number: number;
	/** Canonical JSON of attendance, agenda, texts and outcomes, and its SHA-256. */
	content: string;
	sha256: string;
	circulatedBy: string | null;
	circulatedAt: string;
	/** The last day on which an organisation may object. */
	objectionsUntilOn: string;
	outcome: 'approved' | 'withdrawn' | null;
	endedBy: string | null;
	endedAt: string | null;
	endReason: string | null;
	origin: Origin;
}

export interface MinutesObjection {
	id: string;
	projectId: string;
	meetingId: string;
	circulationId: string;
	agendaItemId: string | null;
	organisationId: string;
	personId: string;
	text: string;
	raisedAt: string;
	answer: string | null;
	answeredBy: string | null;
	answeredAt: string | null;
	/** Withdrawn by who objected, or accepted: then the minutes change and go round again. */
	settled: 'withdrawn' | 'accepted' | null;
	settledNote: string | null;
	settledBy: string | null;
	settledAt: string | null;
}

/** Never changed, never removed. */
export interface MinutesSignature {
	id: string;
	projectId: string;
	meetingId: string;
	circulationId: string;
	part: 'chair' | 'secretary';
	personId: string;
	personName: string;
	organisationId: string;
	organisationAcronym: string;
	role: Role;
	statement: string;
	covers: string;
	coversSha256: string;
	authenticatedAt: string;
	signedAt: string;
}

/** A correction of locked minutes, beside them. */
export interface MinutesErratum {
	id: string;
	projectId: string;
	meetingId: string;
	number: number;
	agendaItemId: string | null;
	text: string;
	reason: string;
	madeBy: string;
	madeAt: string;
}

/** A private calendar of one person in one project. */
export interface CalendarFeed {
	/** SHA-256 of the secret in its address; the secret itself is never stored. */
	id: string;
	projectId: string;
	personId: string;
	createdAt: string;
	lastReadAt: string | null;
	revokedAt: string | null;
}

export interface MeetingTables {
	meetingSeries: MeetingSeries;
	meeting: Meeting;
	meetingDay: MeetingDay;
	meetingDayRemoved: MeetingDayRemoved;
	meetingWorkPackage: MeetingWorkPackage;
	meetingInvitee: MeetingInvitee;
	agendaItem: AgendaItem;
	agendaLink: AgendaLink;
	meetingEvidence: MeetingEvidence;
	minutesText: MinutesText;
	minutesOutcome: MinutesOutcome;
	minutesCirculation: MinutesCirculation;
	minutesObjection: MinutesObjection;
	minutesSignature: MinutesSignature;
	minutesErratum: MinutesErratum;
	calendarFeed: CalendarFeed;
}
