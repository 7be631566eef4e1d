import { NotFound } from '#lib/domain/reasons.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { calendarHeaders, calendarOf } from '#lib/server/pages/calendar.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';

export const GET = endpoint('meeting:read', async ({ db, actor, project, url, param }) => {
	const [meeting] = await listCalendarMeetings(db, actor, param('meeting'));
	if (!meeting) throw new NotFound();
	const where = { origin: url.origin, slug: project.slug };
	const headers = calendarHeaders(`${project.slug}-${meeting.slug}`);
	return new Response(calendarOf(meeting.title, where, [meeting]), { headers });
});
