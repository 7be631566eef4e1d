import { AddNationalProfile } from '#lib/schemas/catalogue/national-profile.ts';
import { addNationalProfile } from '#lib/server/commands/add-national-profile.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findCriteriaList } from '#lib/server/queries/find-criteria-list.ts';

export const load = page('catalogue:read', ({ db, actor, today }) => findCriteriaList(db, actor, today));

export const actions = {
	addNational: action('criteria:publish', AddNationalProfile, async (request, input) => {
		const { db, actor, project, now } = request;
		const code = await addNationalProfile(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/criteria/${code}`, flash: 'national-profile-added' };
	})
};
