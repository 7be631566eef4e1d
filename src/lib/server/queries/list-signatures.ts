import type { Db } from '#db/schema.ts';

/** Every signature on an item, oldest first, with the institutional approval that it gave, if any, and its document. */
export function listSignatures(db: Db, itemId: string) {
	return db
		.selectFrom('signature')
		.innerJoin('organisation', 'organisation.id', 'signature.organisationId')
		.leftJoin('reviewRound', 'reviewRound.id', 'signature.roundId')
		.leftJoin('institutionApproval as approval', (join) =>
			join
				.onRef('approval.itemId', '=', 'signature.itemId')
				.onRef('approval.signatureId', '=', 'signature.id')
		)
		.leftJoin('evidence', 'evidence.id', 'approval.evidenceId')
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
			'signature.covers',
			'signature.coversSha256',
			'signature.signedAt',
			'reviewRound.outcome',
			'approval.id as approvalId',
			'approval.reference',
			'approval.decidedOn',
			'approval.validUntilOn',
			'approval.recordedAt',
			'approval.evidenceId',
			'evidence.name as document',
			'evidence.withdrawnAt'
		])
		.where('signature.itemId', '=', itemId)
		.orderBy('signature.signedAt')
		.orderBy('signature.id')
		.execute();
}

export type ListedSignature = Awaited<ReturnType<typeof listSignatures>>[number];
