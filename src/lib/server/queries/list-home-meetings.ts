import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { heldMinutes, selectHeldMinutes } from './select-held-minutes.ts';

/** Meetings to come and those whose minutes are under way, with what tells who has them in hand. One query. */
export async function listHomeMeetings(db: Db, actor: Actor) {
	const rows = await selectHeldMinutes(db)
		.innerJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.innerJoin('organisation as own', (join) => join.on('own.id', '=', actor.organisationId))
		.select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.timeZone'])
		.select(['meetingDay.day', 'meetingDay.startsAt', 'meetingDay.endsAt', 'own.timeZone as ownZone'])
		.where('meeting.projectId', '=', actor.projectId)
		.where('meeting.state', 'in', ['planned', 'invited', 'running', 'held', 'minuted'])
		.where('meeting.minutesState', '!=', 'locked')
		.orderBy('meeting.id')
		.orderBy('meetingDay.day')
		.execute();
	const meetings = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((days) => {
		const [first] = days;
		if (!first) return [];
		const { day: _day, startsAt: _startsAt, endsAt: _endsAt, ownZone: _own, ...meeting } = first;
		return [
			{
				...meeting,
				...heldMinutes(meeting),
				days: days.map(({ day, startsAt, endsAt }) => ({ day, startsAt, endsAt }))
			}
		];
	});
	return { meetings, ownZone: rows[0]?.ownZone ?? null };
}
