import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Candidate } from '#lib/domain/independence.ts';
import type { Role } from '#lib/domain/roles.ts';

/** Members of a project who hold one of these roles today, as independence is judged. */
export async function listCandidates(
	db: Db,
	projectId: string,
	roles: readonly Role[],
	today: Day
): Promise<Candidate[]> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'roleGrant.personId')
				.onRef('membership.projectId', '=', 'roleGrant.projectId')
				.on('membership.toOn', 'is', null)
		)
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'person.id as personId',
			'person.name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country',
			'roleGrant.role'
		])
		.where('roleGrant.projectId', '=', projectId)
		.where('roleGrant.role', 'in', [...roles])
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.where('person.disabledAt', 'is', null)
		.orderBy('person.id')
		.orderBy('roleGrant.id')
		.execute();

	const people = new Map<string, Candidate>();
	for (const { role, ...person } of rows) {
		const known = people.get(person.personId);
		const held = known?.roles ?? [];
		people.set(person.personId, { ...person, roles: held.includes(role) ? held : [...held, role] });
	}
	return [...people.values()].sort((a, b) => NAMES.compare(a.name, b.name));
}

const NAMES = new Intl.Collator('en');
