import { page } from '#lib/server/http/page.ts';
import { meetingHref, meetingLinks } from '#lib/text/meetings/navigation.ts';

export const load = page('meeting:read', async ({ actor, project, url, param }) => ({
	meetingLinks: meetingLinks(actor, meetingHref(project.slug, param('meeting')), url.pathname)
}));
