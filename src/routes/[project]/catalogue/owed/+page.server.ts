import { page } from '#lib/server/http/page.ts';
import { findOwedPage } from '#lib/server/queries/find-owed-page.ts';

export const load = page('catalogue:read', async ({ db, actor, project, data, today, url }) => ({
	...(await findOwedPage(db, actor, { today, timeZone: project.timeZone, url, ...data })),
	timeZone: project.timeZone,
	today,
	query: url.search
}));
