import { page } from '#lib/server/http/page.ts';
import { catalogueLinks } from '#lib/text/catalogue/navigation.ts';

export const load = page('entry:read', async ({ actor, project, url }) => ({
	catalogueLinks: catalogueLinks(actor, project.slug, url.pathname)
}));
