import { EditOrganisationSchema } from '#lib/schemas/organisations.ts';
import { editOrganisation } from '#lib/server/commands/edit-organisation.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findOrganisationPage } from '#lib/server/queries/find-organisation-page.ts';

export const load = page('organisation:read', ({ db, actor, param }) =>
	findOrganisationPage(db, actor, param('code'))
);

export const actions = {
	default: action('organisation:edit', EditOrganisationSchema, ({ db, actor, now, param }, input) =>
		editOrganisation(db, actor, { ...input, code: param('code') }, now)
	)
};
