import { NothingSchema } from '#lib/schemas/fields.ts';
import { showOnce, takeShownOnce } from '#lib/server/auth/show-once.ts';
import { makeCalendarFeed, revokeCalendarFeed } from '#lib/server/commands/calendar-feed.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findOwnFeed } from '#lib/server/queries/find-calendar-feed.ts';

export const load = page('calendar:read', async ({ db, actor, project, event }) => {
	// When a calendar last asked is no change of the project, so that a kept page would not know.
	event.setHeaders({ 'Cache-Control': 'no-store' });
	return {
		feed: (await findOwnFeed(db, actor)) ?? null,
		address: takeShownOnce(event),
		timeZone: project.timeZone
	};
});

export const actions = {
	make: action('calendar:read', NothingSchema, async ({ db, actor, event, url, now }) => {
		const { secret } = await makeCalendarFeed(db, actor, now);
		showOnce(event, `${url.origin}/calendar/${secret}.ics`);
		return { flash: 'calendar-made' };
	}),
	revoke: action('calendar:read', NothingSchema, async ({ db, actor, now }) => {
		await revokeCalendarFeed(db, actor, now);
		return { flash: 'calendar-revoked' };
	})
};
