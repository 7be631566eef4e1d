import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** What invented people did about risks that stay; invented risks take their history with them. */
export async function deleteRiskWork(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	await db
		.deleteFrom('riskStatement')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('writtenBy', 'in', theirs)]))
		.execute();
	await showLastStatements(db, projectId);
	await db
		.deleteFrom('riskMitigation')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]))
		.execute();
	for (const column of ['ownerId', 'endedBy'] as const)
		await db
			.updateTable('riskMitigation')
			.set({ [column]: null })
			.where(column, 'in', theirs)
			.execute();
	await db.updateTable('riskEvent').set({ takenBy: null }).where('takenBy', 'in', theirs).execute();
	for (const column of ['ownerId', 'openedBy'] as const)
		await db
			.updateTable('risk')
			.set({ [column]: null })
			.where(column, 'in', theirs)
			.execute();
}

/** What somebody real had written before is the state of play again. */
async function showLastStatements(db: Db, projectId: string): Promise<void> {
	await db
		.updateTable('riskStatement')
		.set({ replacedAt: null })
		.where('projectId', '=', projectId)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('riskStatement as later')
						.select('later.id')
						.whereRef('later.riskId', '=', 'riskStatement.riskId')
						.whereRef('later.reportingPeriodId', '=', 'riskStatement.reportingPeriodId')
						.whereRef('later.id', '>', 'riskStatement.id')
				)
			)
		)
		.execute();
}
