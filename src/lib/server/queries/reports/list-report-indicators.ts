import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** Indicators with who is asked for each, and the numbers of each up to a day, the newest first. Two queries. */
export async function listReportIndicators(db: Db, projectId: string, until: Day) {
	const asked = await db
		.selectFrom('indicator')
		.leftJoin('indicatorReporter', 'indicatorReporter.indicatorId', 'indicator.id')
		.leftJoin('organisation', 'organisation.id', 'indicatorReporter.organisationId')
		.select((eb) => [
			...(['indicator.id', 'indicator.code', 'indicator.title', 'indicator.unit'] as const),
			...(['organisation.id as organisationId', 'organisation.country'] as const),
			eb
				.selectFrom('indicatorTarget')
				.whereRef('indicatorTarget.indicatorId', '=', 'indicator.id')
				.where('indicatorTarget.dueOn', '>=', until)
				.select('indicatorTarget.value')
				.orderBy('indicatorTarget.dueOn')
				.limit(1)
				.as('target'),
			eb
				.selectFrom('indicatorWorkPackage')
				.whereRef('indicatorWorkPackage.indicatorId', '=', 'indicator.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('packages')
		])
		.where('indicator.projectId', '=', projectId)
		.orderBy('indicator.position')
		.orderBy('indicator.code')
		.orderBy('organisation.position')
		.execute();
	const actuals = await db
		.selectFrom('indicatorActual')
		.select(['indicatorId', 'organisationId', 'standing', 'value', 'reason', 'state'])
		.where('projectId', '=', projectId)
		.where('asOfOn', '<=', until)
		.where('replacedAt', 'is', null)
		.where('state', 'in', ['reported', 'accepted', 'verified'])
		.orderBy('asOfOn', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return { asked, actuals };
}
