import type { Db } from '#db/schema.ts';

/** Points that wait for a meeting of the same series, or for any meeting of the project. */
export function listBacklog(db: Db, meeting: { projectId: string; seriesId: string | null }) {
	return db
		.selectFrom('agendaItem')
		.select(['id', 'title', 'minutes', 'proposedAt', 'source', 'seriesId'])
		.where('projectId', '=', meeting.projectId)
		.where('meetingId', 'is', null)
		.where('state', '=', 'planned')
		.where((eb) =>
			eb.or([
				eb('seriesId', 'is', null),
				...(meeting.seriesId === null ? [] : [eb('seriesId', '=', meeting.seriesId)])
			])
		)
		.orderBy('proposedAt')
		.orderBy('id')
		.execute();
}
