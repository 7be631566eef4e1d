import type { Db } from '#db/schema.ts';
import { mayEver } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { fold } from '#lib/domain/fold.ts';
import { lookingFor } from '#lib/domain/latin.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listGrants, type ListedGrant } from './list-grants.ts';
import { listPeople } from './list-people.ts';

export interface PeopleFilters {
	organisation: string;
	country: string;
	role: string;
	q: string;
}

/** Members by organisation with the roles they hold; contact data and proposals only for those who may see them. */
export async function findPeoplePage(db: Db, actor: Actor, filters: PeopleFilters, today: Day) {
	const everybody = await listPeople(db, actor.projectId);
	const grants = await listGrants(db, actor.projectId, today);
	const memberIds = new Set(everybody.map((person) => person.id));
	const standing = grants.filter((grant) => grant.state === 'active' || grant.state === 'upcoming');
	const proposed = grants.filter((grant) => grant.state === 'proposed' && memberIds.has(grant.personId));
	const people = everybody.filter((person) => matches(person, standing, filters));
	const mayContact = mayEver(actor, 'contact:read');
	const mayDecide = mayEver(actor, 'grant:confirm') || mayEver(actor, 'grant:propose');
	return {
		total: everybody.length,
		shown: people.length,
		people: people.map(({ search: _, passwordHash, email, ...person }) => ({
			...person,
			email: mayContact ? email : null,
			isInvited: passwordHash === null && person.disabledAt === null,
			roles: standing.filter((grant) => grant.personId === person.id).map(shownRole)
		})),
		proposed: mayDecide
			? proposed.map((grant) => ({
					...shownRole(grant),
					personId: grant.personId,
					name: grant.name,
					proposer: grant.proposer,
					proposedAt: grant.proposedAt,
					reason: grant.reason
				}))
			: [],
		organisations: distinct(everybody.map((person) => [person.organisationCode, person.organisation])),
		countries: [...new Set(everybody.map((person) => person.country))].sort()
	};
}

function matches(
	person: Awaited<ReturnType<typeof listPeople>>[number],
	grants: readonly ListedGrant[],
	filters: PeopleFilters
): boolean {
	return (
		(filters.organisation === '' || person.organisationCode === filters.organisation) &&
		(filters.country === '' || person.country === filters.country) &&
		(filters.role === '' ||
			grants.some((grant) => grant.personId === person.id && grant.role === filters.role)) &&
		lookingFor(filters.q)(fold(`${person.name} ${person.organisation}`))
	);
}

function shownRole({ id, role, scope, state, fromOn, toOn }: ListedGrant) {
	return { id, role, scope, state, fromOn, toOn };
}

function distinct(pairs: readonly (readonly [string, string])[]) {
	return [...new Map(pairs)].map(([code, acronym]) => ({ code, acronym }));
}
