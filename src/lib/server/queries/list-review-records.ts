import type { Db } from '#db/schema.ts';

/** Rounds, signatures and comments of an item, oldest first. */
export async function listReviewRecords(db: Db, itemId: string) {
	const rounds = await db
		.selectFrom('reviewRound')
		.leftJoin('checklistVersion', 'checklistVersion.id', 'reviewRound.checklistVersionId')
		.leftJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.select([
			'reviewRound.id',
			'reviewRound.number',
			'reviewRound.versionId',
			'reviewRound.checklistVersionId',
			'reviewRound.quorum',
			'reviewRound.abroad',
			'reviewRound.covers',
			'reviewRound.coversSha256',
			'reviewRound.note',
			'reviewRound.openedAt',
			'reviewRound.dueOn',
			'reviewRound.closedAt',
			'reviewRound.outcome',
			'reviewRound.outcomeReason',
			'checklist.code as checklistCode',
			'checklistVersion.number as checklistNumber',
			'checklistVersion.sha256 as checklistSha256'
		])
		.where('reviewRound.itemId', '=', itemId)
		.orderBy('reviewRound.number')
		.execute();
	const signatures = await db
		.selectFrom('signature')
		.innerJoin('organisation', 'organisation.id', 'signature.organisationId')
		.select([
			'signature.id',
			'signature.personId',
			'signature.personName',
			'signature.organisationId',
			'signature.organisationAcronym',
			'organisation.country',
			'signature.role',
			'signature.meaning',
			'signature.statement',
			'signature.roundId',
			'signature.versionId',
			'signature.coversSha256',
			'signature.signedAt'
		])
		.where('signature.itemId', '=', itemId)
		.orderBy('signature.signedAt')
		.orderBy('signature.id')
		.execute();
	const comments = await db
		.selectFrom('reviewComment')
		.innerJoin('person', 'person.id', 'reviewComment.authorId')
		.innerJoin('organisation', 'organisation.id', 'reviewComment.organisationId')
		.leftJoin('person as answerer', 'answerer.id', 'reviewComment.answeredBy')
		.select([
			'reviewComment.id',
			'reviewComment.roundId',
			'reviewComment.authorId',
			'person.name as author',
			'organisation.acronym as organisation',
			'reviewComment.blocking',
			'reviewComment.text',
			'reviewComment.checklistItemId',
			'reviewComment.createdAt',
			'reviewComment.withdrawnAt',
			'reviewComment.answer',
			'reviewComment.answeredAt',
			'answerer.name as answeredBy'
		])
		.where('reviewComment.itemId', '=', itemId)
		.orderBy('reviewComment.createdAt')
		.orderBy('reviewComment.id')
		.execute();
	return { rounds, signatures, comments };
}
