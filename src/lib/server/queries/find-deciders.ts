import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Deciders } from '#lib/domain/grant-confirmation.ts';

/** Coordinators and QA leads of today whose accounts are not disabled. */
export async function findDeciders(db: Db, projectId: string, today: Day): Promise<Deciders> {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'roleGrant.personId')
				.onRef('membership.projectId', '=', 'roleGrant.projectId')
				.on('membership.toOn', 'is', null)
		)
		.select(['roleGrant.role', 'roleGrant.personId', 'person.name'])
		.where('roleGrant.projectId', '=', projectId)
		.where('roleGrant.role', 'in', ['coordinator', 'qa-lead'])
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.where('person.disabledAt', 'is', null)
		.orderBy('person.name')
		.orderBy('roleGrant.id')
		.execute();
	return {
		coordinators: rows.filter((row) => row.role === 'coordinator'),
		qaLeads: rows.filter((row) => row.role === 'qa-lead')
	};
}
