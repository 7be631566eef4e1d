import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Invented decisions, and what people of the demo did in real decisions and actions. Invented actions are items. */
export async function deleteSampleDecisions(
	db: Db,
	{ projectId, people, items }: SampleScope
): Promise<void> {
	const theirs = ['', ...people];
	const gone = ['', ...items];
	const invented = db
		.selectFrom('decision')
		.select('id')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('recordedBy', 'in', theirs)]));
	await db.updateTable('action').set({ decisionId: null }).where('decisionId', 'in', invented).execute();
	await db
		.updateTable('decision')
		.set({ supersedesId: null })
		.where('supersedesId', 'in', invented)
		.execute();
	await db.deleteFrom('decisionEffect').where('decisionId', 'in', invented).execute();
	await db.deleteFrom('minutesOutcome').where('decisionId', 'in', invented).execute();
	await db.deleteFrom('decision').where('id', 'in', invented).execute();
	await db
		.updateTable('decisionEffect')
		.set({ recordedBy: null })
		.where('recordedBy', 'in', theirs)
		.execute();

	await letGoOfItems(db, gone);
	await letGoOfPeople(db, projectId, theirs);
}

async function letGoOfItems(db: Db, gone: readonly string[]): Promise<void> {
	for (const column of ['originItemId', 'blockedByItemId', 'supersededByItemId'] as const)
		await db
			.updateTable('action')
			.set({ [column]: null })
			.where(column, 'in', gone)
			.execute();
}

/** What remains of an action of theirs has no owner until somebody takes it over. */
async function letGoOfPeople(db: Db, projectId: string, people: readonly string[]): Promise<void> {
	for (const column of ['ownerId', 'proposedOwnerId', 'blockedByPersonId', 'doneBy', 'verifiedBy'] as const)
		await db
			.updateTable('action')
			.set({ [column]: null })
			.where(column, 'in', people)
			.execute();
	await db
		.updateTable('actionStep')
		.set({ takenBy: null })
		.where('projectId', '=', projectId)
		.where('takenBy', 'in', people)
		.execute();
	await db
		.deleteFrom('actionDateProposal')
		.where('projectId', '=', projectId)
		.where('proposedBy', 'in', people)
		.execute();
	await db
		.updateTable('actionDateProposal')
		.set({ decidedBy: null })
		.where('decidedBy', 'in', people)
		.execute();
}
