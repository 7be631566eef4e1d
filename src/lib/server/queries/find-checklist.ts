import type { Db } from '#db/schema.ts';

/** The checklist in force for a kind of item: its newest version, or none. */
export async function findChecklist(
	db: Db,
	projectId: string,
	appliesTo: 'deliverable' | 'entry' = 'deliverable'
) {
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
		.where('checklist.appliesTo', '=', appliesTo)
		.orderBy('checklistVersion.publishedAt', 'desc')
		.orderBy('checklistVersion.number', 'desc')
		.orderBy('checklist.code')
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

/** Points of a checklist version with one person's answers to them in a round. */
export async function listAnsweredItems(
	db: Db,
	checklistVersionId: string,
	round: { id: string; personId: string }
) {
	return db
		.selectFrom('checklistItem')
		.leftJoin('checklistAnswer', (join) =>
			join
				.onRef('checklistAnswer.checklistItemId', '=', 'checklistItem.id')
				.on('checklistAnswer.roundId', '=', round.id)
				.on('checklistAnswer.personId', '=', round.personId)
		)
		.select([
			'checklistItem.id',
			'checklistItem.position',
			'checklistItem.text',
			'checklistItem.help',
			'checklistItem.mandatory',
			'checklistAnswer.answer',
			'checklistAnswer.note'
		])
		.where('checklistItem.checklistVersionId', '=', checklistVersionId)
		.orderBy('checklistItem.position')
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
