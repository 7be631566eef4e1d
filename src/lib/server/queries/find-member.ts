import type { Db } from '#db/schema.ts';
import type { GrantCandidate } from '#lib/domain/grant-proposal.ts';

/** A person as a member of the project now, as the rules of grants ask of them. */
export async function findMember(
	db: Db,
	projectId: string,
	personId: string
): Promise<GrantCandidate | undefined> {
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
		.where('membership.toOn', 'is', null)
		.executeTakeFirst();
}
