import { page } from '#lib/server/http/page.ts';
import { findGapMatrix } from '#lib/server/queries/find-gap-matrix.ts';

export const load = page('catalogue:read', async ({ db, actor, project, today, url }) => ({
	...(await findGapMatrix(db, actor, { today, timeZone: project.timeZone, url })),
	timeZone: project.timeZone,
	today,
	query: url.search
}));
