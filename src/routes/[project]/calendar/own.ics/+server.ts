import { endpoint } from '#lib/server/http/page.ts';
import { calendarHeaders, calendarOf } from '#lib/server/pages/calendar.ts';
import { listCalendarDays } from '#lib/server/queries/list-calendar-days.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';

/** What a subscription would hold, once: for a calendar that takes files only. */
export const GET = endpoint('calendar:read', async ({ db, actor, project, today, url }) => {
	const where = { origin: url.origin, slug: project.slug };
	const meetings = await listCalendarMeetings(db, actor);
	const days = await listCalendarDays(db, actor, today);
	const text = calendarOf(project.acronym, where, meetings, days);
	return new Response(text, { headers: calendarHeaders(project.slug) });
});
