import type { Db } from '#db/schema.ts';
import { PLAN_KINDS } from '#lib/domain/items.ts';

const MOST = 50;

/** What an action may come from, to choose from: decisions and meetings, the newest first, what is reviewed, risks. */
export async function listActionOrigins(db: Db, projectId: string) {
	const decisions = await db
		.selectFrom('decision')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.limit(MOST)
		.execute();
	const meetings = await db
		.selectFrom('meeting')
		.innerJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.select(['meeting.id', 'meeting.title'])
		.select((eb) => eb.fn.min('meetingDay.day').as('day'))
		.where('meeting.projectId', '=', projectId)
		.where('meeting.state', '<>', 'cancelled')
		.groupBy(['meeting.id', 'meeting.title'])
		.orderBy('day', 'desc')
		.limit(MOST)
		.execute();
	const items = await db
		.selectFrom('item')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.where('kind', 'in', PLAN_KINDS)
		.orderBy('kind')
		.orderBy('position')
		.orderBy('code')
		.execute();
	const risks = await db
		.selectFrom('risk')
		.select(['id', 'number', 'description'])
		.where('projectId', '=', projectId)
		.where('state', 'not in', ['handled', 'closed'])
		.orderBy('number')
		.execute();
	return { decisions, meetings, items, risks };
}
