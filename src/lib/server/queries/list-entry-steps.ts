import type { Db } from '#db/schema.ts';

/** Every state an entry was in, oldest first, with who brought it there and what was recorded. */
export function listEntrySteps(db: Db, itemId: string) {
	return db
		.selectFrom('entryStep')
		.leftJoin('person', 'person.id', 'entryStep.takenBy')
		.leftJoin('organisation', 'organisation.id', 'entryStep.organisationId')
		.select([
			'entryStep.id',
			'entryStep.number',
			'entryStep.state',
			'entryStep.how',
			'entryStep.note',
			'entryStep.record',
			'entryStep.enteredAt',
			'entryStep.leftAt',
			'person.name as takenBy',
			'organisation.acronym'
		])
		.where('entryStep.itemId', '=', itemId)
		.orderBy('entryStep.number')
		.execute();
}

export type EntryStepRow = Awaited<ReturnType<typeof listEntrySteps>>[number];
