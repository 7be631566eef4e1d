import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';

/** Who stands in today for some people of a project, or for whom somebody does: both still members of the same organisation. One query. */
export async function listStandIns(
	db: Db,
	projectId: string,
	of: { personIds: readonly string[] } | { deputyId: string },
	now: Date
) {
	const rows = await db
		.selectFrom('deputy')
		.innerJoin('project', 'project.id', 'deputy.projectId')
		.innerJoin('person', 'person.id', 'deputy.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'deputy.deputyId')
				.onRef('membership.projectId', '=', 'deputy.projectId')
				.onRef('membership.organisationId', '=', 'deputy.organisationId')
				.on('membership.toOn', 'is', null)
		)
		.select(['deputy.projectId', 'deputy.personId', 'deputy.deputyId', 'deputy.fromOn', 'deputy.toOn'])
		.select(['person.name', 'project.timeZone'])
		.where('deputy.projectId', '=', projectId)
		.where((eb) =>
			'deputyId' in of
				? eb('deputy.deputyId', '=', of.deputyId)
				: eb('deputy.personId', 'in', [...of.personIds])
		)
		.where('deputy.confirmedAt', 'is not', null)
		.where('deputy.endedAt', 'is', null)
		.orderBy('deputy.id')
		.execute();
	return rows.filter(({ fromOn, toOn, timeZone }) => {
		const today = dayIn(timeZone, now);
		return fromOn <= today && today <= toOn;
	});
}
