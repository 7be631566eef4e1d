import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Invented indicators, and numbers that invented people reported or judged. */
export async function deleteIndicatorWork(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	const gone = db
		.selectFrom('indicatorActual')
		.innerJoin('indicator', 'indicator.id', 'indicatorActual.indicatorId')
		.select('indicatorActual.id')
		.where('indicatorActual.projectId', '=', projectId)
		.where((eb) =>
			eb.or([
				eb('indicatorActual.origin', '=', 'sample'),
				eb('indicator.origin', '=', 'sample'),
				eb('indicatorActual.reportedBy', 'in', theirs)
			])
		);
	const ids = ['', ...(await gone.execute()).map(({ id }) => id)];
	await db
		.deleteFrom('recordEvidence')
		.where('recordType', '=', 'actual')
		.where('recordId', 'in', ids)
		.execute();
	await db.deleteFrom('indicatorActual').where('id', 'in', ids).execute();
	await db.updateTable('indicatorActualStep').set({ takenBy: null }).where('takenBy', 'in', theirs).execute();
	for (const [column, at] of [
		['acceptedBy', 'acceptedAt'],
		['verifiedBy', 'verifiedAt']
	] as const)
		await db
			.updateTable('indicatorActual')
			.set({ [column]: null, [at]: null, state: 'reported', verifiedBy: null, verifiedAt: null })
			.where(column, 'in', theirs)
			.execute();
	await db
		.deleteFrom('indicatorTargetProposal')
		.where('projectId', '=', projectId)
		.where('proposedBy', 'in', theirs)
		.execute();
	await db
		.updateTable('indicatorTargetProposal')
		.set({ decidedBy: null })
		.where('decidedBy', 'in', theirs)
		.execute();
	await db
		.deleteFrom('indicator')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.execute();
	const kept = db.selectFrom('indicator').select('id').where('projectId', '=', projectId);
	await db
		.deleteFrom('indicatorTarget')
		.where('origin', '=', 'sample')
		.where('indicatorId', 'in', kept)
		.execute();
	await db
		.deleteFrom('developmentGoal')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.execute();
	await db
		.updateTable('developmentGoal')
		.set((eb) => ({ contribution: '', contributionOrigin: eb.ref('origin'), version: eb('version', '+', 1) }))
		.where('projectId', '=', projectId)
		.where('contributionOrigin', '=', 'sample')
		.execute();
}
