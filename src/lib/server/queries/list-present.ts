import type { Db } from '#db/schema.ts';

/** Organisations at meetings, in person, remote or represented; never people, for the register may be public. */
export function listPresent(db: Db, meetingIds: readonly string[]) {
	return db
		.selectFrom('meetingInvitee')
		.innerJoin('organisation', 'organisation.id', 'meetingInvitee.organisationId')
		.select(['meetingInvitee.meetingId', 'organisation.acronym', 'organisation.code'])
		.select(['organisation.role', 'organisation.position'])
		.distinct()
		.where('meetingInvitee.meetingId', 'in', meetingIds.length > 0 ? [...meetingIds] : [''])
		.where('meetingInvitee.removedAt', 'is', null)
		.where('meetingInvitee.attendance', 'in', ['in-person', 'remote', 'represented'])
		.orderBy('meetingInvitee.meetingId')
		.orderBy('organisation.position')
		.execute();
}
