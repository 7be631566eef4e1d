import { page } from '#lib/server/http/page.ts';
import { outreachLinks } from '#lib/text/outreach/navigation.ts';

export const load = page('outreach:read', async ({ actor, project, url }) => ({
	outreachLinks: outreachLinks(actor, project.slug, url.pathname)
}));
