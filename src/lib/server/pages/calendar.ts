import { calendarText, type CalendarEvent } from '#lib/domain/meetings/calendar.ts';
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

/** Headers of a calendar that is one person's: kept nowhere, found by nobody. */
export function calendarHeaders(name: string): Record<string, string> {
	return {
		'Content-Type': 'text/calendar; charset=utf-8',
		'Content-Disposition': `attachment; filename="${name}.ics"`,
		'Cache-Control': 'private, no-store',
		'X-Robots-Tag': 'noindex'
	};
}

/** One event for each day; the number of a day names it, so that it stays the same event when the day moves. */
function meetingEvents({ origin, slug }: Where, meeting: CalendarMeeting): CalendarEvent[] {
	const { id, title, timeZone, cancelledReason, link, place, mode, state } = meeting;
	return meeting.days.map(({ day, startsAt, endsAt }, index) => {
		const isTimed = startsAt !== null && endsAt !== null;
		const offset = isTimed ? localTime(timeZone, instantOf(timeZone, day, startsAt).at).offset : null;
		return {
			uid: `${id}-${index + 1}`,
			sequence: meeting.sequence,
			changedAt: meeting.changedAt,
			summary: meetingEventText(title, index + 1, meeting.days.length),
			description: meetingProse({ cancelledReason, link, timeZone, offset }),
			location: mode === 'online' ? 'online' : place,
			url: origin + meetingHref(slug, meeting.slug),
			status: STATUS[state],
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
