import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import { page } from '#lib/server/http/page.ts';
import { findInstitutionMatrix } from '#lib/server/queries/list-institutions.ts';

const COUNTRY = /^[A-Z]{2}$/;

export const load = page('catalogue:read', async ({ db, actor, project, url }) => {
	const asked = url.searchParams.get('country');
	const country = asked === null ? defaultScope(actor, null).country : COUNTRY.test(asked) ? asked : null;
	return { ...(await findInstitutionMatrix(db, project.id, country)), country };
});
