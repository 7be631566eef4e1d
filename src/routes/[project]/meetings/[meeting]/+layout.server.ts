import { can } from '#lib/domain/can.ts';
import { minutesSubject } from '#lib/domain/meetings/meeting-subject.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';
import { meetingHref, meetingLinks } from '#lib/text/meetings/navigation.ts';

export const load = page('meeting:read', async (request) => {
	const { actor, project, url, param } = request;
	const root = meetingHref(project.slug, param('meeting'));
	return { meetingLinks: meetingLinks(actor, root, url.pathname, await readsMinutes(request)) };
});

/** Who reads all minutes is not asked about these; nor does the page of the minutes ask, which opens for who may. */
async function readsMinutes({ db, actor, url, param }: ProjectRequest): Promise<boolean> {
	if (can(actor, 'minutes:read', {}).ok || url.pathname.endsWith('/minutes')) return true;
	const found = await findMeetingFacts(db, actor.projectId, { slug: param('meeting') });
	return found !== undefined && can(actor, 'minutes:read', minutesSubject(found.facts, actor)).ok;
}
