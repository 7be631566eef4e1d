import { page } from '#lib/server/http/page.ts';
import { findTimeline, TIMELINE_PARTS } from '#lib/server/queries/find-timeline.ts';

export const load = page('work-package:read', async ({ db, actor, project, data, today, url }) => {
	const wp = url.searchParams.get('wp') ?? '';
	const show = TIMELINE_PARTS.find((part) => part === url.searchParams.get('show')) ?? null;
	const filter = {
		wp: /^\d{1,2}$/.test(wp) ? Number(wp) : null,
		lead: url.searchParams.get('lead') || null,
		show
	};
	const found = await findTimeline(db, actor, { data, project, filter, today, url });
	return { ...found, filter, slug: project.slug, startOn: project.startOn, today };
});
