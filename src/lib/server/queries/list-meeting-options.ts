import type { Db } from '#db/schema.ts';

/** Meetings whose minutes still take decisions, the newest first. */
export function listMeetingOptions(db: Db, projectId: string) {
	return db
		.selectFrom('meeting')
		.innerJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.select(['meeting.id', 'meeting.slug', 'meeting.title'])
		.select((eb) => eb.fn.min('meetingDay.day').as('day'))
		.where('meeting.projectId', '=', projectId)
		.where('meeting.state', '<>', 'cancelled')
		.where('meeting.minutesState', '=', 'draft')
		.groupBy(['meeting.id', 'meeting.slug', 'meeting.title'])
		.orderBy('day', 'desc')
		.orderBy('meeting.id')
		.execute();
}
