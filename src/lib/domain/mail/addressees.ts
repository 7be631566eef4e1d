import type { Holder } from '#lib/domain/holder.ts';
import { WORKING_ROLES, type Role } from '#lib/domain/roles.ts';

/** A member of the project whose account is open, with the roles they hold today. */
export interface Addressee {
	personId: string;
	organisationId: string;
	country: string;
	roles: readonly Role[];
}

/** Who is told that something lies with its holder; nobody where the holder is not one of us. */
export function addresseesOf(holder: Holder, people: readonly Addressee[]): string[] {
	switch (holder.kind) {
		case 'people':
			return people.filter((one) => holder.personIds.includes(one.personId)).map((one) => one.personId);
		case 'organisation':
			return holder.organisationId === null ? [] : workersOf(holder.organisationId, people);
		case 'role':
			return people
				.filter((one) => holder.role !== null && one.roles.includes(holder.role))
				.map((one) => one.personId);
		case 'funder':
			return [];
	}
}

/** Who works on the project in an organisation; where nobody has a role for it, everybody there. */
export function workersOf(organisationId: string, people: readonly Addressee[]): string[] {
	const own = people.filter((one) => one.organisationId === organisationId);
	const working = own.filter((one) => one.roles.some((role) => WORKING_ROLES.includes(role)));
	return (working.length > 0 ? working : own).map((one) => one.personId);
}
