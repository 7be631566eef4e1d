import type { Db } from '#db/schema.ts';

/** What was done with the numbers that stand of an indicator, in order. */
export function listActualSteps(db: Db, indicatorId: string) {
	return db
		.selectFrom('indicatorActualStep as step')
		.innerJoin('indicatorActual as actual', 'actual.id', 'step.actualId')
		.leftJoin('person', 'person.id', 'step.takenBy')
		.leftJoin('organisation', 'organisation.id', 'step.organisationId')
		.select(['step.actualId', 'step.kind', 'step.note', 'step.enteredAt'])
		.select(['person.name', 'organisation.acronym'])
		.where('actual.indicatorId', '=', indicatorId)
		.where('actual.replacedAt', 'is', null)
		.orderBy('step.number')
		.orderBy('step.actualId')
		.execute();
}
