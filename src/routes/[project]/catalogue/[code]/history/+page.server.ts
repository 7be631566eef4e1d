import { page } from '#lib/server/http/page.ts';
import { findEntryHistory } from '#lib/server/queries/find-entry-history.ts';

export const load = page('catalogue:read', async ({ db, actor, project, today, url, param }) => {
	const { timeZone } = project;
	const history = await findEntryHistory(db, actor, { code: param('code'), url, timeZone });
	return history && { ...history, timeZone, today, query: url.search };
});
