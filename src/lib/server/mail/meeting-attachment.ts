import type { Db } from '#db/schema.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { calendarOf } from '#lib/server/pages/calendar.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';

/** A meeting as a calendar file, as it stands when the mail goes out; undefined when its reader may not see it now. */
export async function meetingAttachment(
	db: Db,
	{ slug, meetingId, origin }: { slug: string; meetingId: string; origin: string },
	person: { personId: string; name: string },
	now: Date
) {
	const member = await findMembership(db, slug, person, now);
	if (!member) return undefined;
	const meetings = await listCalendarMeetings(db, member.actor);
	const meeting = meetings.find((one) => one.id === meetingId);
	if (!meeting) return undefined;
	return {
		filename: `${slug}-${meeting.slug}.ics`,
		contentType: 'text/calendar; charset=utf-8',
		content: calendarOf(meeting.title, { origin, slug }, [meeting])
	};
}
