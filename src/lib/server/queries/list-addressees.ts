import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Addressee } from '#lib/domain/mail/addressees.ts';

/** Everybody who may be written to about a project, with the roles of today. One query. */
export async function listAddressees(db: Db, projectId: string, today: Day): Promise<Addressee[]> {
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
		.select(['membership.personId', 'membership.organisationId', 'organisation.country', 'roleGrant.role'])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.orderBy('membership.personId')
		.orderBy('roleGrant.id')
		.execute();
	return [...Map.groupBy(rows, (row) => row.personId).values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { personId, organisationId, country } = first;
		return [{ personId, organisationId, country, roles: own.flatMap(({ role }) => role ?? []) }];
	});
}
