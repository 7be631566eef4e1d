import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** For whom this member stands in today under this very agreement: both still members of its organisation. */
export function findActing(
	db: Db,
	who: { id: string; projectId: string; deputyId: string; organisationId: string; today: Day }
) {
	return db
		.selectFrom('deputy')
		.innerJoin('person', 'person.id', 'deputy.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'deputy.personId')
				.onRef('membership.projectId', '=', 'deputy.projectId')
				.onRef('membership.organisationId', '=', 'deputy.organisationId')
				.on('membership.toOn', 'is', null)
		)
		.select(['deputy.id as deputyRowId', 'deputy.personId', 'person.name'])
		.where('deputy.id', '=', who.id)
		.where('deputy.projectId', '=', who.projectId)
		.where('deputy.deputyId', '=', who.deputyId)
		.where('deputy.organisationId', '=', who.organisationId)
		.where('deputy.confirmedAt', 'is not', null)
		.where('deputy.endedAt', 'is', null)
		.where('deputy.fromOn', '<=', who.today)
		.where('deputy.toOn', '>=', who.today)
		.where('person.disabledAt', 'is', null)
		.executeTakeFirst();
}
