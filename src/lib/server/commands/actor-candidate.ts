import type { Candidate } from '#lib/domain/independence.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** The actor as somebody whose independence is judged. */
export function candidateOf(actor: Actor): Candidate {
	const { personId, name, organisationId, organisationAcronym: acronym, country } = actor;
	return { personId, name, organisationId, acronym, country, roles: actor.grants.map((grant) => grant.role) };
}
