import type { Db } from '#db/schema.ts';

/** Every circulation of the minutes of a meeting, newest first, with its objections in the order they were raised. */
export async function listCirculations(db: Db, meetingId: string) {
	const rows = await db
		.selectFrom('minutesCirculation as circulation')
		.leftJoin('person as circulator', 'circulator.id', 'circulation.circulatedBy')
		.leftJoin('person as ender', 'ender.id', 'circulation.endedBy')
		.select([
			'circulation.id',
			'circulation.number',
			'circulation.sha256',
			'circulation.circulatedAt',
			'circulation.objectionsUntilOn',
			'circulation.outcome',
			'circulation.endedAt',
			'circulation.endReason',
			'circulation.origin',
			'circulator.name as circulatedBy',
			'ender.name as endedBy'
		])
		.where('circulation.meetingId', '=', meetingId)
		.orderBy('circulation.number', 'desc')
		.execute();
	const objections = rows.length === 0 ? [] : await listObjections(db, meetingId);
	return rows.map((row) => ({
		...row,
		objections: objections.filter(({ circulationId }) => circulationId === row.id)
	}));
}

export type CirculationRow = Awaited<ReturnType<typeof listCirculations>>[number];

async function listObjections(db: Db, meetingId: string) {
	return db
		.selectFrom('minutesObjection as objection')
		.innerJoin('organisation', 'organisation.id', 'objection.organisationId')
		.innerJoin('person', 'person.id', 'objection.personId')
		.leftJoin('agendaItem', 'agendaItem.id', 'objection.agendaItemId')
		.leftJoin('person as answerer', 'answerer.id', 'objection.answeredBy')
		.leftJoin('person as settler', 'settler.id', 'objection.settledBy')
		.select([
			'objection.id',
			'objection.circulationId',
			'objection.agendaItemId',
			'objection.organisationId',
			'objection.text',
			'objection.raisedAt',
			'objection.answer',
			'objection.answeredAt',
			'objection.settled',
			'objection.settledNote',
			'objection.settledAt',
			'organisation.acronym as organisation',
			'person.name as person',
			'agendaItem.title as point',
			'answerer.name as answeredBy',
			'settler.name as settledBy'
		])
		.where('objection.meetingId', '=', meetingId)
		.orderBy('objection.raisedAt')
		.orderBy('objection.id')
		.execute();
}
