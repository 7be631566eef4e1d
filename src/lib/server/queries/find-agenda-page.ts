import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { isAgendaOpen } from '#lib/domain/meetings/agenda.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingPage } from './find-meeting-page.ts';
import { listBacklog } from './list-backlog.ts';
import { listPresenters } from './list-presenters.ts';
import { listSeriesActions } from './list-series-actions.ts';

/** The agenda as it is worked on; people to choose from only where a form for a point is open. */
export async function findAgendaPage(db: Db, actor: Actor, slug: string, withPeople: boolean) {
	const page = await findMeetingPage(db, actor, slug);
	if (!page) return undefined;
	const { subject, meeting } = page.found;
	const isOpen = isAgendaOpen(meeting);
	const mayEdit = can(actor, 'meeting:edit', subject).ok && isOpen;
	const mayPropose = can(actor, 'agenda:propose', subject).ok && isOpen;
	return {
		page,
		mayEdit,
		mayPropose,
		actions: await listSeriesActions(db, actor, meeting),
		backlog: mayEdit ? await listBacklog(db, meeting) : [],
		people: withPeople && (mayEdit || mayPropose) ? await listPresenters(db, actor.projectId) : []
	};
}
