import type { Candidate } from './independence.ts';
import { rolesOf, type Actor } from './roles.ts';

/** The actor, as independence is judged. */
export function candidateOf(actor: Actor): Candidate {
	return {
		personId: actor.personId,
		name: actor.name,
		organisationId: actor.organisationId,
		acronym: actor.organisationAcronym,
		country: actor.country,
		roles: rolesOf(actor)
	};
}
