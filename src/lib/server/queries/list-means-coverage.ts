import type { Db } from '#db/schema.ts';

/** Of every milestone: how many means of verification it has, and how many have evidence that stands. */
export async function listMeansCoverage(db: Db, projectId: string) {
	const means = await db
		.selectFrom('meansOfVerification')
		.leftJoin('evidenceUse', (join) =>
			join.onRef('evidenceUse.meansId', '=', 'meansOfVerification.id').on('evidenceUse.removedAt', 'is', null)
		)
		.leftJoin('evidence', (join) =>
			join.onRef('evidence.id', '=', 'evidenceUse.evidenceId').on('evidence.withdrawnAt', 'is', null)
		)
		.select(({ fn }) => [
			'meansOfVerification.itemId',
			'meansOfVerification.id',
			fn.count('evidence.id').as('pieces')
		])
		.where('meansOfVerification.projectId', '=', projectId)
		.groupBy(['meansOfVerification.itemId', 'meansOfVerification.id'])
		.execute();
	return new Map(
		[...Map.groupBy(means, ({ itemId }) => itemId)].map(([itemId, rows]) => [
			itemId,
			{ means: rows.length, meansWithEvidence: rows.filter(({ pieces }) => Number(pieces) > 0).length }
		])
	);
}
