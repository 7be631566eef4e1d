import { page } from '#lib/server/http/page.ts';
import { findHome } from '#lib/server/queries/find-home.ts';

export const load = page('home:read', async ({ db, actor, project, today }) => ({
	...(await findHome(db, actor, today)),
	startOn: project.startOn,
	timeZone: project.timeZone,
	today
}));
