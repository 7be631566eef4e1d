import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { inOrder, isOnAgenda } from '#lib/domain/meetings/agenda.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listAgendaLinks } from './list-agenda-links.ts';
import type { MeetingFound } from './find-meeting-facts.ts';

/**
 * The points of a meeting in their order with what they are about. Proposals, and what was declined or dropped, are
 * for those who prepare the meeting and for whoever proposed it.
 */
export async function listAgenda(db: Db, actor: Actor, { meeting, subject }: MeetingFound) {
	const rows = await db
		.selectFrom('agendaItem')
		.leftJoin('person as presenter', 'presenter.id', 'agendaItem.presenterId')
		.leftJoin('person as proposer', 'proposer.id', 'agendaItem.proposedBy')
		.selectAll('agendaItem')
		.select(['presenter.name as presenter', 'proposer.name as proposer'])
		.where('meetingId', '=', meeting.id)
		.orderBy('day')
		.orderBy('agendaItem.position')
		.orderBy('agendaItem.id')
		.execute();
	const mayEdit = can(actor, 'meeting:edit', subject).ok;
	const seen = rows.filter((one) => mayEdit || isOnAgenda(one) || one.proposedBy === actor.personId);
	const links = await listAgendaLinks(
		db,
		actor,
		seen.map(({ id }) => id)
	);
	return inOrder(seen).map((one) => ({
		...one,
		links: links.filter(({ agendaItemId }) => agendaItemId === one.id)
	}));
}
