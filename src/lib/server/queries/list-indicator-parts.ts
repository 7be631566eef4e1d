import type { Db } from '#db/schema.ts';

/** Targets of indicators, by their day. */
export function listIndicatorTargets(db: Db, projectId: string) {
	return db
		.selectFrom('indicatorTarget as target')
		.innerJoin('indicator', 'indicator.id', 'target.indicatorId')
		.select(['target.indicatorId', 'target.dueOn', 'target.value', 'target.note', 'target.origin'])
		.where('indicator.projectId', '=', projectId)
		.orderBy('target.dueOn')
		.orderBy('target.id')
		.execute();
}

/** Who is asked, in the order of the consortium. */
export function listIndicatorReporters(db: Db, projectId: string) {
	return db
		.selectFrom('indicatorReporter as reporter')
		.innerJoin('organisation', 'organisation.id', 'reporter.organisationId')
		.select(['reporter.indicatorId', 'organisation.id', 'organisation.acronym', 'organisation.country'])
		.where('organisation.projectId', '=', projectId)
		.orderBy('organisation.position')
		.execute();
}

/** The numbers that stand, with who reported and who looked at them. */
export function listActuals(db: Db, projectId: string, indicatorId?: string) {
	return db
		.selectFrom('indicatorActual as actual')
		.select(['actual.id', 'actual.indicatorId', 'actual.organisationId', 'actual.asOfOn', 'actual.standing'])
		.select(['actual.value', 'actual.reason', 'actual.source', 'actual.state', 'actual.version'])
		.select('actual.measure')
		.select([
			'actual.reportedBy',
			'actual.reportedAt',
			'actual.acceptedBy',
			'actual.verifiedBy',
			'actual.origin'
		])
		.where('actual.projectId', '=', projectId)
		.where('actual.replacedAt', 'is', null)
		.$if(indicatorId !== undefined, (query) => query.where('actual.indicatorId', '=', indicatorId ?? ''))
		.orderBy('actual.asOfOn', 'desc')
		.orderBy('actual.id')
		.execute();
}
