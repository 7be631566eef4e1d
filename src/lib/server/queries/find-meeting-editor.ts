import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { isAgendaOpen } from '#lib/domain/meetings/agenda.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingFacts } from './find-meeting-facts.ts';
import { listMeetingDays } from './list-meeting-days.ts';

/** The head of a meeting as its form needs it, for those who prepare the meeting. */
export async function findMeetingEditor(db: Db, actor: Actor, slug: string) {
	const found = await findMeetingFacts(db, actor.projectId, { slug });
	if (!found || !can(actor, 'meeting:edit', found.subject).ok) return undefined;
	const { meeting, facts } = found;
	const days = await listMeetingDays(db, meeting.id);
	return { meeting, days, workPackageIds: facts.workPackageIds, isOpen: isAgendaOpen(meeting) };
}
