import type { Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { askedUid, type CalendarReply } from './calendar-reply.ts';
import type { InvitationReason, PeopleStep } from './invitation-reasons.ts';
import type { Attendance, InvitationAnswer, MeetingState } from './meetings.ts';
import { isMember, type Member } from './quorum.ts';

/** While the meeting is in which states: who came late or unasked is still added, who answers answers before it. */
const OPEN_FOR: Record<PeopleStep, readonly MeetingState[]> = {
	invite: ['planned', 'invited', 'running', 'held', 'minuted'],
	answer: ['planned', 'invited', 'running'],
	attendance: ['running', 'held', 'minuted']
};

export function isOpenFor(step: PeopleStep, state: MeetingState): boolean {
	return OPEN_FOR[step].includes(state);
}

export function stepBlocks(step: PeopleStep, state: MeetingState): InvitationReason[] {
	return isOpenFor(step, state) ? [] : [{ code: 'meeting-not-open-for', step, state }];
}

export interface InvitedOne {
	organisationId: string | null;
	personId: string | null;
}

/** Whom an answer or "I was there" belongs to: the person, and of an organisation's row everybody who works there. */
export function inviteeSubject(invitee: InvitedOne, actor: Actor): Subject {
	if (invitee.personId !== null) return { assignedPersonIds: [invitee.personId] };
	const isTheirs = invitee.organisationId !== null && invitee.organisationId === actor.organisationId;
	return { assignedPersonIds: isTheirs ? [actor.personId] : [] };
}

/** The row that somebody answers: their own before that of their organisation. */
export function inviteeOf<One extends InvitedOne>(
	invitees: readonly One[],
	{ personId, organisationId }: { personId: string; organisationId: string }
): One | undefined {
	return (
		invitees.find((one) => one.personId === personId) ??
		invitees.find((one) => isOrganisationRow(one) && one.organisationId === organisationId)
	);
}

/** What speaks against an answer of a calendar: it is to this meeting, as it was sent round last. */
export function replyBlocks(
	{ id, sequence }: { id: string; sequence: number },
	reply: Pick<CalendarReply, 'uid' | 'sequence'>
): InvitationReason[] {
	if (reply.uid !== askedUid(id) || reply.sequence > sequence) return [{ code: 'calendar-reply-of-other' }];
	return reply.sequence < sequence ? [{ code: 'calendar-reply-outdated' }] : [];
}

/** A row for an organisation as such, not for one of its people. */
export function isOrganisationRow(invitee: InvitedOne): boolean {
	return invitee.organisationId !== null && invitee.personId === null;
}

export interface AttendanceClaim {
	attendance: Attendance | null;
	representedById: string | null;
}

/** An attendance as one choice: which, and by whom a represented organisation is spoken for. */
export function attendanceChoice({ attendance, representedById }: AttendanceClaim): string {
	if (attendance === null) return '';
	return attendance === 'represented' ? `represented:${representedById ?? ''}` : attendance;
}

/** What speaks against an attendance: only organisations are represented, and only by another member. */
export function attendanceBlocks(
	invitee: InvitedOne & { name: string },
	{ attendance, representedById }: AttendanceClaim,
	organisations: readonly Member[]
): InvitationReason[] {
	if (attendance !== 'represented') return [];
	const { name } = invitee;
	if (!isOrganisationRow(invitee)) return [{ code: 'represented-is-organisation', name }];
	if (representedById === invitee.organisationId)
		return [{ code: 'represented-by-itself', organisation: name }];
	const by = organisations.find((one) => one.id === representedById);
	return by && isMember(by)
		? []
		: [{ code: 'represented-by-no-member', organisation: name, by: by?.acronym ?? '' }];
}

export interface AnswerCounts {
	yes: number;
	maybe: number;
	no: number;
	silent: number;
}

export function countAnswers(invitees: readonly { answer: InvitationAnswer | null }[]): AnswerCounts {
	const counted = (answer: InvitationAnswer | null) => invitees.filter((one) => one.answer === answer).length;
	return { yes: counted('yes'), maybe: counted('maybe'), no: counted('no'), silent: counted(null) };
}
