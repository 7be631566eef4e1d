import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** Meetings to come and those whose minutes are under way, with what tells who has them in hand. One query. */
export async function listHomeMeetings(db: Db, actor: Actor) {
	const rows = await db
		.selectFrom('meeting')
		.innerJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.innerJoin('organisation as own', (join) => join.on('own.id', '=', actor.organisationId))
		.leftJoin('minutesCirculation as circulation', (join) =>
			join
				.onRef('circulation.meetingId', '=', 'meeting.id')
				.on((eb) =>
					eb.or([eb('circulation.outcome', 'is', null), eb('circulation.outcome', '=', 'approved')])
				)
		)
		.select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.origin', 'meeting.timeZone'])
		.select(['meeting.state', 'meeting.minutesState', 'meeting.chairId', 'meeting.secretaryId'])
		.select(['meetingDay.day', 'meetingDay.startsAt', 'meetingDay.endsAt', 'own.timeZone as ownZone'])
		.select([
			'circulation.circulatedAt',
			'circulation.objectionsUntilOn',
			'circulation.endedAt as approvedAt'
		])
		.select((eb) => [
			eb
				.selectFrom('agendaItem')
				.leftJoin('minutesText', (join) =>
					join
						.onRef('minutesText.agendaItemId', '=', 'agendaItem.id')
						.on('minutesText.untilAt', 'is', null)
						.on('minutesText.text', '!=', '')
				)
				.select((item) => item.fn.countAll<number>().as('count'))
				.where('agendaItem.meetingId', '=', sql.ref<string>('meeting.id'))
				.where('agendaItem.state', '=', 'planned')
				.where('minutesText.version', 'is', null)
				.as('untold'),
			eb
				.selectFrom('minutesObjection')
				.select((one) => one.fn.countAll<number>().as('count'))
				.where('minutesObjection.circulationId', '=', sql.ref<string>('circulation.id'))
				.where('minutesObjection.settled', 'is', null)
				.as('standing'),
			eb
				.selectFrom('minutesSignature')
				.select((one) => one.fn.min('minutesSignature.personId').as('personId'))
				.where('minutesSignature.circulationId', '=', sql.ref<string>('circulation.id'))
				.as('signedBy')
		])
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
				untold: Number(meeting.untold ?? 0),
				standing: Number(meeting.standing ?? 0),
				// Of minutes that are not locked yet, one signature at most stands.
				signedBy: meeting.signedBy === null ? [] : [meeting.signedBy],
				days: days.map(({ day, startsAt, endsAt }) => ({ day, startsAt, endsAt }))
			}
		];
	});
	return { meetings, ownZone: rows[0]?.ownZone ?? null };
}
