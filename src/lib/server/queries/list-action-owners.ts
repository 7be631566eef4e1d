import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { rolesWith } from '#lib/domain/permissions.ts';

/** People who may own an action, with their organisation, to choose from. */
export async function listActionOwners(db: Db, projectId: string, today: Day) {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.innerJoin('roleGrant', (join) =>
			join
				.onRef('roleGrant.personId', '=', 'membership.personId')
				.onRef('roleGrant.projectId', '=', 'membership.projectId')
		)
		.select(['person.id', 'person.name', 'organisation.acronym', 'organisation.position'])
		.distinct()
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('roleGrant.role', 'in', rolesWith('action:update'))
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.orderBy('organisation.position')
		.orderBy('person.id')
		.execute();
	const collator = new Intl.Collator('en');
	rows.sort((a, b) => a.position - b.position || collator.compare(a.name, b.name));
	return rows.map(({ id, name, acronym }) => ({ id, name, acronym }));
}
