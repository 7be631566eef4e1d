import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { part } from './waiting-part.ts';
import { selectHeldMinutes } from './select-held-minutes.ts';

/** Objections of the actor to minutes that go round, once somebody has answered them. */
export function objectionPart({ projectId, personId }: Actor) {
	return part(
		'objection',
		{ id: sql`objection.id`, code: sql`meeting.slug`, title: sql`meeting.title` },
		sql`from minutes_objection as objection join meeting on meeting.id = objection.meeting_id
			where objection.project_id = ${projectId} and objection.person_id = ${personId}
				and objection.answered_at is not null and objection.settled is null`
	);
}

/** Minutes under way, with what tells who has them in hand. */
export function minutesPart(db: Db, projectId: string) {
	const held = selectHeldMinutes(db)
		.select(['meeting.id', 'meeting.slug', 'meeting.title'])
		.select((eb) =>
			eb
				.selectFrom('meetingDay')
				.select((of) => of.fn.max('meetingDay.day').as('day'))
				.whereRef('meetingDay.meetingId', '=', 'meeting.id')
				.as('lastDay')
		)
		.where('meeting.projectId', '=', projectId)
		.where('meeting.state', 'in', ['planned', 'invited', 'running', 'held', 'minuted'])
		.where('meeting.minutesState', '!=', 'locked');
	return part(
		'minutes',
		{
			id: sql`held.id`,
			code: sql`held.slug`,
			title: sql`held.title`,
			state: sql`held.state`,
			standing: sql`held.minutes_state`,
			origin: sql`held.origin`,
			personId: sql`held.chair_id`,
			otherId: sql`held.secretary_id`,
			toOn: sql`held.last_day`,
			fromOn: sql`held.objections_until_on`,
			at: sql`held.circulated_at`,
			approvedAt: sql`held.approved_at`,
			signedBy: sql`held.signed_by`,
			count: sql`held.untold`,
			objections: sql`held.standing`
		},
		sql`from ${held.as('held')}`
	);
}

/** Days of meetings to come. */
export function meetingDayPart({ projectId, organisationId }: Actor) {
	return part(
		'meeting-day',
		{
			id: sql`meeting.id`,
			code: sql`meeting.slug`,
			title: sql`meeting.title`,
			state: sql`meeting.state`,
			origin: sql`meeting.origin`,
			at: sql`held_on.day`,
			startsAt: sql`held_on.starts_at`,
			endsAt: sql`held_on.ends_at`,
			timeZone: sql`meeting.time_zone`,
			ownZone: sql`own.time_zone`
		},
		sql`from meeting join meeting_day as held_on on held_on.meeting_id = meeting.id
			join organisation as own on own.id = ${organisationId}
			where meeting.project_id = ${projectId} and meeting.state in ('planned', 'invited', 'running')`
	);
}
