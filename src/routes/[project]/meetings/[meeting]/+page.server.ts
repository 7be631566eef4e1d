import { page } from '#lib/server/http/page.ts';
import { shownAgenda } from '#lib/server/pages/meeting-agenda.ts';
import { findMeetingPage } from '#lib/server/queries/find-meeting-page.ts';

export const load = page('meeting:read', async ({ db, actor, now, param }) => {
	const found = await findMeetingPage(db, actor, param('meeting'));
	if (!found) return undefined;
	const { meeting, days, papers } = found;
	return {
		meeting,
		days,
		agenda: shownAgenda(found, now),
		papers: papers.filter(({ agendaItemId }) => agendaItemId === null)
	};
});
