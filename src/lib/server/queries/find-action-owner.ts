import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** A member of the project with the roles held today; an action belongs to one person of one organisation. */
export async function findActionOwner(db: Db, projectId: string, personId: string, today: Day) {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.leftJoin('roleGrant', (join) =>
			join
				.onRef('roleGrant.personId', '=', 'membership.personId')
				.onRef('roleGrant.projectId', '=', 'membership.projectId')
				.on('roleGrant.confirmedAt', 'is not', null)
				.on('roleGrant.revokedAt', 'is', null)
				.on('roleGrant.fromOn', '<=', today)
				.on((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		)
		.select([
			'membership.personId',
			'person.name',
			'membership.organisationId',
			'organisation.acronym',
			'organisation.country',
			'roleGrant.role'
		])
		.where('membership.projectId', '=', projectId)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.orderBy('roleGrant.id')
		.execute();
	const [first] = rows;
	if (!first) throw new NotFound();
	return { ...first, roles: rows.flatMap(({ role }) => (role === null ? [] : [role])) };
}
