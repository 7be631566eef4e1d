import { mayEver } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { markFeedRead } from '#lib/server/commands/calendar-feed.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { visitorEndpoint } from '#lib/server/http/page.ts';
import { calendarHeaders, calendarOf } from '#lib/server/pages/calendar.ts';
import { keptFeed } from '#lib/server/pages/kept-feed.ts';
import { findCalendarFeed } from '#lib/server/queries/find-calendar-feed.ts';
import { listCalendarDays } from '#lib/server/queries/list-calendar-days.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';

/** Whoever holds the secret reads what its person may see now: rights are looked up anew each time. */
export const GET = visitorEndpoint(async ({ db, now, url, param }) => {
	const feed = await findCalendarFeed(db, param('secret'));
	const member = feed && (await findMembership(db, feed.slug, feed, now));
	if (!feed || !member || !mayEver(member.actor, 'calendar:read')) throw new NotFound();
	const { actor, project, today } = member;
	await markFeedRead(db, feed, now);
	const text = await keptFeed(feed.id, [member, url.origin], async () => {
		const where = { origin: url.origin, slug: project.slug };
		const meetings = await listCalendarMeetings(db, actor);
		const days = await listCalendarDays(db, actor, today);
		return calendarOf(project.acronym, where, meetings, days);
	});
	return new Response(text, {
		headers: { ...calendarHeaders(project.slug), 'Referrer-Policy': 'no-referrer' }
	});
});
