import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import { lookingFor } from '#lib/domain/latin.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MeetingFilter } from '#lib/schemas/meetings/meeting-list.ts';

/** The meetings that this actor may see, by their first day; those without a day come last. */
export async function listMeetings(db: Db, actor: Actor, filter: MeetingFilter) {
	let query = db
		.selectFrom('meeting')
		.leftJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.leftJoin('meetingSeries as series', 'series.id', 'meeting.seriesId')
		.leftJoin('organisation as host', 'host.id', 'meeting.hostOrganisationId')
		.select(['meeting.id', 'meeting.slug', 'meeting.title', 'meeting.kind', 'meeting.mode', 'meeting.place'])
		.select(['meeting.state', 'meeting.level', 'meeting.origin', 'meeting.timeZone', 'meeting.search'])
		.select(['series.title as series', 'host.acronym as host'])
		.select((eb) => [
			eb.fn.min('meetingDay.day').as('firstDay'),
			eb.fn.max('meetingDay.day').as('lastDay'),
			eb.fn.min('meetingDay.startsAt').as('startsAt')
		])
		.where('meeting.projectId', '=', actor.projectId)
		.groupBy(['meeting.id', 'series.title', 'host.acronym'])
		.groupBy(['meeting.slug', 'meeting.title', 'meeting.kind', 'meeting.mode', 'meeting.place'])
		.groupBy(['meeting.state', 'meeting.level', 'meeting.origin', 'meeting.timeZone', 'meeting.search']);
	if (!mayAlways(actor, 'meeting:read'))
		query = query.where((eb) =>
			eb.or([
				eb('meeting.chairId', '=', actor.personId),
				eb('meeting.secretaryId', '=', actor.personId),
				eb.exists(invited(db, actor))
			])
		);
	if (filter.kind !== '') query = query.where('meeting.kind', '=', filter.kind);
	if (filter.series !== '') query = query.where('series.code', '=', filter.series);
	if (filter.country !== '')
		query = query.where((eb) =>
			eb.or([eb('meeting.country', '=', filter.country), eb('host.country', '=', filter.country)])
		);
	const isSought = lookingFor(filter.q);
	const meetings = await query
		.orderBy('firstDay', (order) => order.asc().nullsLast())
		.orderBy('meeting.slug')
		.execute();
	return meetings.filter(({ search }) => isSought(search)).map(({ search: _, ...meeting }) => meeting);
}

/** Invited in person, or, for observers, with their organisation. */
function invited(db: Db, actor: Actor) {
	const isObserver = actor.grants.some(({ role }) => role === 'observer');
	return db
		.selectFrom('meetingInvitee')
		.select('meetingInvitee.id')
		.where('meetingInvitee.meetingId', '=', sql.ref<string>('meeting.id'))
		.where('meetingInvitee.removedAt', 'is', null)
		.where((eb) =>
			isObserver
				? eb.or([eb('personId', '=', actor.personId), eb('organisationId', '=', actor.organisationId)])
				: eb('personId', '=', actor.personId)
		);
}
