import { page } from '#lib/server/http/page.ts';
import { findCoverage } from '#lib/server/queries/find-coverage.ts';

export const load = page('catalogue:read', async ({ db, actor, data, today, url }) => ({
	...(await findCoverage(db, actor, data, url.searchParams)),
	today
}));
