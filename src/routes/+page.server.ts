import { redirect } from '@sveltejs/kit';
import { accountPage } from '#lib/server/http/page.ts';
import { findAdministratorScope } from '#lib/server/queries/find-administrator-scope.ts';
import { listProjectsOf } from '#lib/server/queries/list-projects-of.ts';

/** To the only project; who has several chooses, who has none looks after the installation or waits. */
export const load = accountPage(async ({ db, signedIn, event }) => {
	const projects = await listProjectsOf(db, signedIn.personId);
	const [only, ...others] = projects;
	if (only && others.length === 0) redirect(303, `/${only.slug}`);
	const scope = await findAdministratorScope(db, signedIn.personId, event.locals.today);
	if (scope === 'installation' && projects.length === 0) redirect(303, '/installation');
	return { projects };
});
