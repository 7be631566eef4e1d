import type { Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Attendance, MinutesState } from './meetings.ts';

export interface MeetingFacts {
	/** Of a national meeting: whose. */
	country: string | null;
	workPackageIds: readonly string[];
	chairId: string | null;
	secretaryId: string | null;
	level: 'PU' | 'SEN';
	minutesState: MinutesState;
	/** Those still invited. */
	invitees: readonly Invitee[];
}

export interface Invitee {
	organisationId: string | null;
	personId: string | null;
	attendance: Attendance | null;
}

/** A meeting as permissions see it: `organisation` and `assigned` mean invited. */
export function meetingSubject(meeting: MeetingFacts): Subject {
	return {
		organisationIds: known(meeting.invitees.map((one) => one.organisationId)),
		assignedPersonIds: known([
			meeting.chairId,
			meeting.secretaryId,
			...meeting.invitees.map((one) => one.personId)
		]),
		...conveners(meeting)
	};
}

/** The minutes as permissions see them: `assigned` means that the person was there, `public` that theirs were there. */
export function minutesSubject(meeting: MeetingFacts, actor: Actor): Subject {
	const there = meeting.invitees.filter(isThere);
	const isApproved = meeting.minutesState === 'approved' || meeting.minutesState === 'locked';
	return {
		organisationIds: known(meeting.invitees.map((one) => one.organisationId)),
		assignedPersonIds: known(there.map((one) => one.personId)),
		isPublic:
			isApproved &&
			meeting.level === 'PU' &&
			there.some((one) => one.personId === actor.personId || one.organisationId === actor.organisationId),
		...conveners(meeting)
	};
}

/** The minutes as those see them who take them: `assigned` means chair and secretary. */
export function takersSubject(meeting: MeetingFacts): Subject {
	return { ...officersSubject(meeting), ...conveners(meeting) };
}

/** Chair and secretary, who sign. */
export function officersSubject(meeting: Pick<MeetingFacts, 'chairId' | 'secretaryId'>): Subject {
	return { assignedPersonIds: known([meeting.chairId, meeting.secretaryId]) };
}

function isThere({ attendance }: Pick<Invitee, 'attendance'>): boolean {
	return attendance === 'in-person' || attendance === 'remote';
}

function conveners({ country, workPackageIds }: MeetingFacts): Subject {
	return { countries: known([country]), workPackageIds };
}

function known(ids: readonly (string | null)[]): string[] {
	return [...new Set(ids.filter((id) => id !== null))];
}
