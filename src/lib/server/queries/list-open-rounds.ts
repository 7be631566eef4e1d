import type { Db } from '#db/schema.ts';

/** Rounds and claims that run now, with the signatures given in them; one query. */
export async function listOpenRounds(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('reviewRound')
		.leftJoin('signature', 'signature.roundId', 'reviewRound.id')
		.leftJoin('organisation', 'organisation.id', 'signature.organisationId')
		.select([
			'reviewRound.id',
			'reviewRound.itemId',
			'reviewRound.number',
			'reviewRound.versionId',
			'reviewRound.quorum',
			'reviewRound.abroad',
			'reviewRound.coversSha256',
			'reviewRound.openedAt',
			'reviewRound.dueOn',
			'signature.personId',
			'signature.personName',
			'signature.organisationId',
			'signature.organisationAcronym',
			'organisation.country',
			'signature.meaning',
			'signature.coversSha256 as signedSha256',
			'signature.signedAt'
		])
		.where('reviewRound.projectId', '=', projectId)
		.where('reviewRound.closedAt', 'is', null)
		.orderBy('reviewRound.id')
		.orderBy('signature.signedAt')
		.execute();
	return Map.groupBy(rows, (row) => row.itemId);
}

/** Blocking comments of running rounds that nobody answered yet, by item. */
export async function listOpenBlockers(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('reviewComment')
		.innerJoin('reviewRound', 'reviewRound.id', 'reviewComment.roundId')
		.innerJoin('person', 'person.id', 'reviewComment.authorId')
		.select([
			'reviewComment.id',
			'reviewComment.itemId',
			'reviewComment.roundId',
			'reviewComment.authorId',
			'person.name as author'
		])
		.where('reviewComment.projectId', '=', projectId)
		.where('reviewRound.closedAt', 'is', null)
		.where('reviewComment.blocking', '=', 1)
		.where('reviewComment.withdrawnAt', 'is', null)
		.where('reviewComment.answeredAt', 'is', null)
		.orderBy('reviewComment.id')
		.execute();
	return Map.groupBy(rows, (row) => row.itemId);
}
