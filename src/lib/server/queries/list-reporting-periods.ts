import type { Db } from '#db/schema.ts';

/** The reporting periods of a project, in order. */
export async function listReportingPeriods(db: Db, projectId: string) {
	return db
		.selectFrom('reportingPeriod')
		.select(['id', 'number', 'startMonth', 'endMonth', 'kind', 'lockedAt', 'origin'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
}
