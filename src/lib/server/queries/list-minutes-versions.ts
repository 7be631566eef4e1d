import type { Db } from '#db/schema.ts';

/** Every version of the text under a point of a meeting, newest first. */
export async function listMinutesVersions(db: Db, meetingId: string, agendaItemId: string) {
	return db
		.selectFrom('minutesText')
		.innerJoin('agendaItem', 'agendaItem.id', 'minutesText.agendaItemId')
		.leftJoin('person', 'person.id', 'minutesText.writtenBy')
		.leftJoin('organisation', 'organisation.id', 'minutesText.organisationId')
		.select([
			'minutesText.version',
			'minutesText.text',
			'minutesText.writtenAt',
			'person.name as writer',
			'organisation.acronym as organisation',
			'agendaItem.title as point'
		])
		.where('agendaItem.id', '=', agendaItemId)
		.where('agendaItem.meetingId', '=', meetingId)
		.orderBy('minutesText.version', 'desc')
		.execute();
}
