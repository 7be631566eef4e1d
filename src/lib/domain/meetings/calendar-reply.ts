import { meetingUid } from './calendar.ts';
import { readCalendarText, type CalendarLine, type CalendarPart } from './calendar-lines.ts';
import type { ReplyFault } from './invitation-reasons.ts';
import type { InvitationAnswer } from './meetings.ts';

/** Replies are a few lines, with a picture or a history perhaps. */
const MOST_CHARACTERS = 200_000;
/** Of a mail address (RFC 5321). */
const MOST_OF_ADDRESS = 254;

/** What a calendar answered to an invitation (RFC 5546, 3.2.3). */
export interface CalendarReply {
	uid: string;
	/** Of the invitation that was answered. */
	sequence: number;
	/** Mail address of who answers, in small letters. */
	address: string;
	answer: InvitationAnswer;
	/** ISO instant. */
	sentAt: string;
}

const ANSWERS: Readonly<Record<string, InvitationAnswer>> = {
	ACCEPTED: 'yes',
	TENTATIVE: 'maybe',
	DECLINED: 'no'
};

/** The name of the event by which a meeting asks for answers: that of its first day. */
export function askedUid(meetingId: string): string {
	return meetingUid(meetingId, 1);
}

/** One answer of one person to one invitation, or why the text is none. */
export function readCalendarReply(text: string): CalendarReply | { fault: ReplyFault } {
	if (text.length > MOST_CHARACTERS) return { fault: 'too-long' };
	const calendar = readCalendarText(text);
	if (!calendar) return { fault: 'no-calendar' };
	if (only(calendar, 'METHOD')?.value.trim().toUpperCase() !== 'REPLY') return { fault: 'no-reply' };
	const [event, ...others] = calendar.parts.filter(({ name }) => name === 'VEVENT');
	if (!event || others.length > 0) return { fault: 'not-one-event' };
	return readEvent(event);
}

function readEvent(event: CalendarPart): CalendarReply | { fault: ReplyFault } {
	const uid = only(event, 'UID')?.value.trim() ?? '';
	const attendee = only(event, 'ATTENDEE');
	const sequence = only(event, 'SEQUENCE')?.value.trim() ?? '0';
	const sentAt = instantOf(only(event, 'DTSTAMP')?.value.trim() ?? '');
	if (uid === '' || sentAt === null || !/^\d{1,9}$/.test(sequence)) return { fault: 'incomplete' };
	const address = /^mailto:([^\s\p{Cc}<>"@]+@[^\s\p{Cc}<>"@]+)$/iu.exec(attendee?.value.trim() ?? '')?.[1];
	if (!attendee || address === undefined || address.length > MOST_OF_ADDRESS)
		return { fault: 'not-one-person' };
	const answer = ANSWERS[attendee.parameters.get('PARTSTAT')?.toUpperCase() ?? ''];
	if (answer === undefined) return { fault: 'no-answer' };
	return { uid, sequence: Number(sequence), address: address.toLowerCase(), answer, sentAt };
}

/** The line of this name; undefined where there is none, or more than one. */
function only({ lines }: CalendarPart, name: string): CalendarLine | undefined {
	const [line, ...others] = lines.filter((one) => one.name === name);
	return others.length === 0 ? line : undefined;
}

/** 20260615T090000Z. */
function instantOf(stamp: string): string | null {
	const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
	if (!parts) return null;
	const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts.slice(1);
	const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
