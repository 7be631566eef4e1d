import type { Db } from '#db/schema.ts';

export function listMeetingDays(db: Db, meetingId: string) {
	return db
		.selectFrom('meetingDay')
		.select(['day', 'startsAt', 'endsAt'])
		.where('meetingId', '=', meetingId)
		.orderBy('day')
		.execute();
}
