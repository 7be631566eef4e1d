import type { Db } from '#db/schema.ts';

/** Planned points of a meeting in their order, each with the text that stands under it (version 0: none yet). */
export async function listMinutesPoints(db: Db, meetingId: string) {
	const rows = await db
		.selectFrom('agendaItem')
		.leftJoin('person as presenter', 'presenter.id', 'agendaItem.presenterId')
		.leftJoin('minutesText', (join) =>
			join.onRef('minutesText.agendaItemId', '=', 'agendaItem.id').on('minutesText.untilAt', 'is', null)
		)
		.leftJoin('person as writer', 'writer.id', 'minutesText.writtenBy')
		.select([
			'agendaItem.id',
			'agendaItem.day',
			'agendaItem.section',
			'agendaItem.track',
			'agendaItem.position',
			'agendaItem.startsAt',
			'agendaItem.title',
			'agendaItem.presenterName',
			'presenter.name as presenter',
			'minutesText.version',
			'minutesText.text',
			'minutesText.writtenAt',
			'writer.name as writer'
		])
		.where('agendaItem.meetingId', '=', meetingId)
		.where('agendaItem.state', '=', 'planned')
		.orderBy('agendaItem.position')
		.orderBy('agendaItem.id')
		.execute();
	return rows
		.map(({ presenter, presenterName, version, text, ...row }) => ({
			...row,
			presenter: presenter ?? presenterName,
			version: version ?? 0,
			text: text ?? ''
		}))
		.sort((a, b) => compareDays(a.day, b.day));
}

/** What has no day of its own comes last. */
function compareDays(a: string | null, b: string | null): number {
	if (a === b) return 0;
	return a === null || (b !== null && a > b) ? 1 : -1;
}
