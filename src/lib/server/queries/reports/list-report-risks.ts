import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { addDays, type Day } from '#lib/domain/days.ts';

/**
 * Open risks that were there in the months, and those that ended within the months, with the state of play of the reporting period that holds the last
 * of them. One query.
 */
export function listReportRisks(
	db: Db,
	projectId: string,
	span: { from: Day; to: Day; reportingPeriod: number | null }
) {
	return db
		.selectFrom('risk')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.leftJoin('person', 'person.id', 'risk.ownerId')
		.select((eb) => [
			...(['risk.number', 'risk.description', 'risk.mitigation', 'risk.state', 'risk.foreseen'] as const),
			...(['risk.likelihood', 'risk.severity', 'risk.origin', 'risk.ownerOrganisationId'] as const),
			...(['organisation.acronym', 'organisation.country', 'person.name as owner'] as const),
			eb
				.selectFrom('riskWorkPackage')
				.whereRef('riskWorkPackage.riskId', '=', 'risk.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('packages'),
			eb
				.selectFrom('riskStatement')
				.innerJoin('reportingPeriod', 'reportingPeriod.id', 'riskStatement.reportingPeriodId')
				.whereRef('riskStatement.riskId', '=', 'risk.id')
				.where('reportingPeriod.number', '=', span.reportingPeriod ?? 0)
				.where('riskStatement.replacedAt', 'is', null)
				.select('riskStatement.text')
				.as('statement')
		])
		.where('risk.projectId', '=', projectId)
		.where((eb) => eb.or([eb('risk.openedAt', 'is', null), eb('risk.openedAt', '<', addDays(span.to, 1))]))
		.where((eb) =>
			eb.or([
				eb('risk.state', 'not in', ['handled', 'closed']),
				eb.exists(
					eb
						.selectFrom('riskEvent')
						.select('riskEvent.id')
						.whereRef('riskEvent.riskId', '=', 'risk.id')
						.where('riskEvent.enteredAt', '>=', span.from)
				)
			])
		)
		.orderBy('risk.number')
		.execute();
}
