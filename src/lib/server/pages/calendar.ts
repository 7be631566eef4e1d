import {
	calendarText,
	meetingUid,
	sentCalendarText,
	type CalendarEvent,
	type Sent
} from '#lib/domain/meetings/calendar.ts';
import { instantOf, localTime } from '#lib/domain/meetings/zones.ts';
import type { CalendarDay } from '#lib/server/queries/list-calendar-days.ts';
import type { CalendarMeeting } from '#lib/server/queries/list-calendar-meetings.ts';
import { itemHref, reviewHref } from '#lib/text/links.ts';
import { DUE_PROSE, dueText, meetingEventText, meetingProse } from '#lib/text/meetings/calendar.ts';
import { meetingHref } from '#lib/text/meetings/navigation.ts';

interface Where {
	/** Of the installation, for links out of a calendar. */
	origin: string;
	slug: string;
}

export function calendarOf(
	name: string,
	where: Where,
	meetings: readonly CalendarMeeting[],
	days: readonly CalendarDay[] = []
): string {
	const events = [
		...meetings.flatMap((meeting) => meetingEvents(where, meeting)),
		...days.map((day) => dueEvent(where, day))
	];
	return calendarText(name, events);
}

/**
 * A meeting as its mails bring it. Its first day asks for the answer, which counts for the whole meeting; a message asks
 * about one event only, so further days come beside it.
 */
export function sentMeeting(where: Where, meeting: CalendarMeeting, sent: Omit<Sent, 'method'>) {
	const [first, ...further] = meetingEvents(where, meeting);
	const method = meeting.state === 'cancelled' ? 'CANCEL' : 'REQUEST';
	const told = (events: readonly CalendarEvent[], how: Sent['method']) =>
		events.length === 0
			? []
			: [{ method: how, content: sentCalendarText(events, { ...sent, method: how }) } as const];
	return [...told(first ? [first] : [], method), ...told(further, 'PUBLISH')];
}

/** Headers of a calendar that is one person's: kept nowhere, found by nobody. */
export function calendarHeaders(name: string): Record<string, string> {
	return {
		'Content-Type': 'text/calendar; charset=utf-8',
		'Content-Disposition': `attachment; filename="${name}.ics"`,
		'Cache-Control': 'private, no-store',
		'X-Robots-Tag': 'noindex'
	};
}

/** One event for each day, by its number, so that it stays the same when the day moves; one that fell away is cancelled. */
function meetingEvents({ origin, slug }: Where, meeting: CalendarMeeting): CalendarEvent[] {
	const { id, title, timeZone, cancelledReason, link, place, mode, state } = meeting;
	const held = meeting.days.map((day, index) => ({ ...day, number: index + 1, status: STATUS[state] }));
	const removed = meeting.removedDays.map((day) => ({ ...day, status: STATUS.cancelled }));
	return [...held, ...removed].map(({ day, startsAt, endsAt, number, status }) => {
		const isTimed = startsAt !== null && endsAt !== null;
		const offset = isTimed ? localTime(timeZone, instantOf(timeZone, day, startsAt).at).offset : null;
		return {
			uid: meetingUid(id, number),
			sequence: meeting.sequence,
			changedAt: meeting.changedAt,
			summary: meetingEventText(title, number, Math.max(number, meeting.days.length)),
			description: meetingProse({ cancelledReason, link, timeZone, offset }),
			location: mode === 'online' ? 'online' : place,
			url: origin + meetingHref(slug, meeting.slug),
			status,
			when: isTimed ? { timeZone, day, startsAt, endsAt } : { day }
		};
	});
}

const STATUS = {
	planned: 'TENTATIVE',
	invited: 'CONFIRMED',
	running: 'CONFIRMED',
	held: 'CONFIRMED',
	minuted: 'CONFIRMED',
	closed: 'CONFIRMED',
	cancelled: 'CANCELLED'
} as const satisfies Record<CalendarMeeting['state'], CalendarEvent['status']>;

function dueEvent({ origin, slug }: Where, due: CalendarDay): CalendarEvent {
	const { about, id, code, title, day, moves, changedAt } = due;
	return {
		uid: `${about}-${id}`,
		sequence: moves,
		changedAt,
		summary: dueText(about, code, title),
		description: DUE_PROSE[about],
		location: '',
		url: origin + (about === 'review' ? reviewHref(slug, due) : itemHref(slug, due)),
		status: 'CONFIRMED',
		when: { day }
	};
}
