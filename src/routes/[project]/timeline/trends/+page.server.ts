import { page } from '#lib/server/http/page.ts';
import { findTrends } from '#lib/server/queries/find-trends.ts';

export const load = page('progress:read', async ({ db, actor, project, data, today }) => {
	const found = await findTrends(db, actor, data, project, today);
	return { ...found, slug: project.slug, startOn: project.startOn, today };
});
