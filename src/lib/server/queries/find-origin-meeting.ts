import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { findMeetingFacts } from './find-meeting-facts.ts';

/**
 * The meeting, and the agenda item, that something came from. An agenda item of another meeting or project is not
 * found, and neither is one of the backlog.
 */
export async function findOriginMeeting(
	db: Db,
	projectId: string,
	given: { meetingId: string | null; agendaItemId: string | null }
) {
	const point = given.agendaItemId === null ? null : await findPoint(db, projectId, given.agendaItemId);
	const id = point?.meetingId ?? given.meetingId;
	if (id === null) return null;
	if (point && given.meetingId !== null && given.meetingId !== id) throw new NotFound();
	const found = await findMeetingFacts(db, projectId, { id });
	if (!found) throw new NotFound();
	const { days } = await db
		.selectFrom('meetingDay')
		.select((eb) => eb.fn.max('day').as('days'))
		.where('meetingId', '=', id)
		.executeTakeFirstOrThrow();
	return { ...found, agendaItemId: given.agendaItemId, lastDay: days };
}

async function findPoint(db: Db, projectId: string, id: string) {
	const point = await db
		.selectFrom('agendaItem')
		.select('meetingId')
		.where('id', '=', id)
		.where('projectId', '=', projectId)
		.executeTakeFirst();
	if (!point || point.meetingId === null) throw new NotFound();
	return point;
}
