import type { Db } from '#db/schema.ts';

/** Who gathers the answers to the invitations of a meeting: whoever invited first and is still of the project. */
export function findOrganiser(db: Db, meetingId: string) {
	return db
		.selectFrom('meetingInvitee')
		.innerJoin('person', 'person.id', 'meetingInvitee.invitedBy')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'person.id')
				.onRef('membership.projectId', '=', 'meetingInvitee.projectId')
				.on('membership.toOn', 'is', null)
		)
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['person.id', 'person.name', 'person.email as address', 'organisation.acronym'])
		.where('meetingInvitee.meetingId', '=', meetingId)
		.where('person.disabledAt', 'is', null)
		.orderBy('meetingInvitee.invitedAt')
		.orderBy('meetingInvitee.id')
		.executeTakeFirst();
}
