import type { Db } from '#db/schema.ts';

/** The checklist in force for deliverables: its newest version, or none. */
export async function findChecklist(db: Db, projectId: string) {
	return db
		.selectFrom('checklistVersion')
		.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.select([
			'checklistVersion.id',
			'checklistVersion.number',
			'checklistVersion.sha256',
			'checklist.code',
			'checklist.title'
		])
		.where('checklist.projectId', '=', projectId)
		.where('checklist.appliesTo', '=', 'deliverable')
		.orderBy('checklistVersion.publishedAt', 'desc')
		.orderBy('checklistVersion.number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Points of a checklist version, in order. */
export async function listChecklistItems(db: Db, checklistVersionId: string) {
	return db
		.selectFrom('checklistItem')
		.select(['id', 'position', 'text', 'help', 'mandatory'])
		.where('checklistVersionId', '=', checklistVersionId)
		.orderBy('position')
		.execute();
}

/** One person's answers in a round. */
export async function listChecklistAnswers(db: Db, roundId: string, personId: string) {
	return db
		.selectFrom('checklistAnswer')
		.select(['checklistItemId', 'answer', 'note', 'answeredAt'])
		.where('roundId', '=', roundId)
		.where('personId', '=', personId)
		.orderBy('checklistItemId')
		.execute();
}
