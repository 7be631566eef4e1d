import type { Db } from '#db/schema.ts';

/** Corrections of locked minutes, by number. */
export async function listErrata(db: Db, meetingId: string) {
	return db
		.selectFrom('minutesErratum as erratum')
		.innerJoin('person', 'person.id', 'erratum.madeBy')
		.leftJoin('agendaItem', 'agendaItem.id', 'erratum.agendaItemId')
		.select([
			'erratum.number',
			'erratum.agendaItemId',
			'erratum.text',
			'erratum.reason',
			'erratum.madeAt',
			'person.name as person',
			'agendaItem.title as point'
		])
		.where('erratum.meetingId', '=', meetingId)
		.orderBy('erratum.number')
		.execute();
}

export type ErratumRow = Awaited<ReturnType<typeof listErrata>>[number];
