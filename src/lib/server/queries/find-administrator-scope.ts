import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** What somebody looks after: all of the installation, the projects whose admin they are, or nothing. */
export async function findAdministratorScope(
	db: Db,
	personId: string,
	today: Day
): Promise<'installation' | readonly string[]> {
	const person = await db
		.selectFrom('person')
		.select('administratorSince')
		.where('id', '=', personId)
		.executeTakeFirst();
	if (person?.administratorSince) return 'installation';
	const grants = await db
		.selectFrom('roleGrant')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'roleGrant.personId')
				.onRef('membership.projectId', '=', 'roleGrant.projectId')
				.on('membership.toOn', 'is', null)
		)
		.select('roleGrant.projectId')
		.distinct()
		.where('roleGrant.personId', '=', personId)
		.where('roleGrant.role', '=', 'admin')
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.orderBy('roleGrant.projectId')
		.execute();
	return grants.map((grant) => grant.projectId);
}

/** Whether an account is within that: for the admin of a project, a member of these projects and of no other. */
export async function isInScope(
	db: Db,
	scope: 'installation' | readonly string[],
	personId: string
): Promise<boolean> {
	if (scope === 'installation') return true;
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['membership.projectId', 'person.administratorSince'])
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.execute();
	return (
		rows.length > 0 && rows.every((row) => scope.includes(row.projectId) && row.administratorSince === null)
	);
}
