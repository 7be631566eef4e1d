import { InvitePersonSchema } from '#lib/schemas/people.ts';
import { invitePerson } from '#lib/server/auth/invite-person.ts';
import { showOnce } from '#lib/server/auth/show-once.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listScopes } from '#lib/server/queries/list-scopes.ts';
import { scopeOptions } from '#lib/text/scopes.ts';

export const load = page('person:invite', async ({ db, actor }) => {
	const scopes = await listScopes(db, actor.projectId);
	return {
		organisations: scopes.organisations.map(({ id, acronym }) => ({ value: id, label: acronym })),
		scopes: [
			{ value: 'fits', label: 'What fits: a partner member’s own organisation, else the whole project' },
			...scopeOptions(scopes)
		]
	};
});

export const actions = {
	default: action(
		'person:invite',
		InvitePersonSchema,
		async ({ db, actor, project, url, event, now }, input) => {
			const invited = await invitePerson(db, actor, { origin: url.origin, project }, input, now);
			if (invited.url !== null) showOnce(event, invited.url);
			const flash = invited.url === null ? 'invited-by-mail' : 'invited';
			return { to: `/${project.slug}/people/${invited.personId}`, flash, label: input.name };
		}
	)
};
