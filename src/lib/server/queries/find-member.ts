import type { Db } from '#db/schema.ts';
import type { GrantCandidate } from '#lib/domain/grant-proposal.ts';

function members(db: Db, projectId: string, personId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'membership.personId',
			'person.name',
			'membership.organisationId',
			'organisation.acronym as organisation',
			'organisation.country'
		])
		.where('membership.projectId', '=', projectId)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null);
}

/** A person as a member of the project now, as the rules of grants ask of them. */
export async function findMember(
	db: Db,
	projectId: string,
	personId: string
): Promise<GrantCandidate | undefined> {
	return members(db, projectId, personId).executeTakeFirst();
}

/** The same with how their account stands. */
export function findMemberAccount(db: Db, projectId: string, personId: string) {
	return members(db, projectId, personId)
		.select(['person.email', 'person.disabledAt', 'person.passwordHash', 'person.origin'])
		.executeTakeFirst();
}
