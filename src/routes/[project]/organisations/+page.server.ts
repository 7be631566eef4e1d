import { page } from '#lib/server/http/page.ts';
import { listConsortium } from '#lib/server/queries/list-consortium.ts';

export const load = page('organisation:read', async ({ db, actor }) => {
	return { organisations: await listConsortium(db, actor.projectId) };
});
