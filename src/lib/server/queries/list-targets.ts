import type { Db } from '#db/schema.ts';

/** Every target the project ever set, the next due first; former ones carry when and why they ended. */
export function listTargets(db: Db, projectId: string) {
	return db
		.selectFrom('catalogueTarget as target')
		.leftJoin('organisation', (join) =>
			join.onRef('organisation.id', '=', 'target.scopeCode').on('target.scopeKind', '=', 'organisation')
		)
		.leftJoin('theme', (join) =>
			join
				.onRef('theme.code', '=', 'target.scopeCode')
				.onRef('theme.projectId', '=', 'target.projectId')
				.on('target.scopeKind', '=', 'theme')
		)
		.leftJoin('person as setter', 'setter.id', 'target.setBy')
		.leftJoin('person as ender', 'ender.id', 'target.endedBy')
		.select([
			'target.id',
			'target.title',
			'target.scopeKind',
			'target.scopeCode',
			'target.measure',
			'target.amount',
			'target.dueOn',
			'target.countingState',
			'target.setAt',
			'target.endedAt',
			'target.endReason',
			'target.replacesId',
			'target.origin',
			'target.version',
			'organisation.acronym',
			'organisation.code as organisationCode',
			'organisation.country as organisationCountry',
			'theme.title as themeTitle',
			'setter.name as setBy',
			'ender.name as endedBy'
		])
		.select((eb) =>
			eb
				.selectFrom('decisionEffect')
				.innerJoin('decision', 'decision.id', 'decisionEffect.decisionId')
				.select((effect) => effect.fn.max('decision.code').as('code'))
				.where('decisionEffect.kind', '=', 'target')
				.whereRef('decisionEffect.recordId', '=', 'target.id')
				.as('decision')
		)
		.where('target.projectId', '=', projectId)
		.orderBy('target.dueOn')
		.orderBy('target.setAt')
		.orderBy('target.id')
		.execute();
}

export type ListedTarget = Awaited<ReturnType<typeof listTargets>>[number];
