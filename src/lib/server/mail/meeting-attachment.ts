import type { Db } from '#db/schema.ts';
import { isPlainAddress } from '#db/mail-settings.ts';
import { mayEver } from '#lib/domain/can.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { calendarOf, sentMeeting } from '#lib/server/pages/calendar.ts';
import { findOrganiser } from '#lib/server/queries/find-organiser.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';

/**
 * A meeting as calendar files, as it stands when the mail goes out; none when its reader may not see it now. Who may
 * know people of the project gets a file that their calendar can answer.
 */
export async function meetingAttachments(
	db: Db,
	{ slug, meetingId, origin }: { slug: string; meetingId: string; origin: string },
	person: { personId: string; name: string; email: string },
	now: Date
) {
	const member = await findMembership(db, slug, person, now);
	if (!member) return [];
	const meetings = await listCalendarMeetings(db, member.actor);
	const meeting = meetings.find((one) => one.id === meetingId);
	if (!meeting) return [];
	const where = { origin, slug };
	const name = `${slug}-${meeting.slug}`;
	const organiser = mayEver(member.actor, 'person:read') ? await findOrganiser(db, meetingId) : undefined;
	if (!organiser || !isPlainAddress(organiser.address)) {
		const content = calendarOf(meeting.title, where, [meeting]);
		return [{ filename: `${name}.ics`, contentType: CALENDAR, content }];
	}
	const attendee = { name: person.name, address: person.email };
	const files = sentMeeting(where, meeting, { at: now.toISOString(), organiser, attendee });
	return files.map(({ method, content }) => ({
		filename: method === 'PUBLISH' ? `${name}-further-days.ics` : `${name}.ics`,
		contentType: `${CALENDAR}; method=${method}`,
		content
	}));
}

const CALENDAR = 'text/calendar; charset=utf-8';
