import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** Meetings that were held, with whether any of these organisations was there. One query. */
export function listVisitMeetings(db: Db, projectId: string, organisationIds: readonly string[]) {
	return db
		.selectFrom('meeting')
		.select((eb) => [
			...([
				'meeting.slug',
				'meeting.title',
				'meeting.minutesState',
				'meeting.country',
				'meeting.origin'
			] as const),
			eb
				.selectFrom('meetingDay')
				.whereRef('meetingDay.meetingId', '=', 'meeting.id')
				.select(sql<string>`string_agg(day, ',')`.as('days'))
				.as('days'),
			eb
				.selectFrom('meetingInvitee')
				.whereRef('meetingInvitee.meetingId', '=', 'meeting.id')
				.where('meetingInvitee.organisationId', 'in', ['', ...organisationIds])
				.where('meetingInvitee.removedAt', 'is', null)
				.select((rows) => rows.fn.countAll<number>().as('count'))
				.as('invited'),
			eb
				.selectFrom('meetingInvitee')
				.whereRef('meetingInvitee.meetingId', '=', 'meeting.id')
				.where('meetingInvitee.organisationId', 'in', ['', ...organisationIds])
				.where('meetingInvitee.attendance', 'in', ['in-person', 'remote'])
				.where('meetingInvitee.removedAt', 'is', null)
				.select((rows) => rows.fn.countAll<number>().as('count'))
				.as('present')
		])
		.where('meeting.projectId', '=', projectId)
		.where('meeting.state', 'in', ['held', 'minuted', 'closed'])
		.orderBy('meeting.slug')
		.execute();
}

/** Entries of the catalogue that these organisations lead, with the elements that some profile misses. One query. */
export function listVisitEntries(db: Db, projectId: string, organisationIds: readonly string[]) {
	return db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select((eb) => [
			...(['item.code', 'item.title', 'item.state', 'item.origin', 'entry.publicSince'] as const),
			eb
				.selectFrom('entryGap')
				.whereRef('entryGap.itemId', '=', 'item.id')
				.where('entryGap.closedAt', 'is', null)
				.select((gaps) => gaps.fn.count<number>('entryGap.element').distinct().as('count'))
				.as('gaps')
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.leadOrganisationId', 'in', ['', ...organisationIds])
		.orderBy('item.position')
		.execute();
}

/** People who are members of these organisations now. */
export function listVisitPeople(db: Db, projectId: string, organisationIds: readonly string[]) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select('person.name')
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('membership.organisationId', 'in', ['', ...organisationIds])
		.orderBy('person.name')
		.execute();
}

/** Evidence that these organisations hold and that stands, the newest first. One query. */
export function listVisitEvidence(db: Db, projectId: string, organisationIds: readonly string[]) {
	return db
		.selectFrom('evidence')
		.select(['id', 'name', 'level', 'organisationId', 'addedAt'])
		.where('projectId', '=', projectId)
		.where('organisationId', 'in', ['', ...organisationIds])
		.where('withdrawnAt', 'is', null)
		.orderBy('addedAt', 'desc')
		.orderBy('id', 'desc')
		.limit(300)
		.execute();
}

/** What the project is for, as the public record tells it. */
export function listObjectives(db: Db, projectId: string) {
	return db
		.selectFrom('fact')
		.select('title')
		.where('projectId', '=', projectId)
		.where('kind', '=', 'objective')
		.orderBy('position')
		.execute();
}
