import type { Db } from '#db/schema.ts';

/** Every institutional approval an entry ever had, with its signature and its document, newest first. */
export function listInstitutionApprovals(db: Db, itemId: string) {
	return db
		.selectFrom('institutionApproval')
		.innerJoin('signature', 'signature.id', 'institutionApproval.signatureId')
		.innerJoin('evidence', 'evidence.id', 'institutionApproval.evidenceId')
		.select([
			'institutionApproval.id',
			'institutionApproval.organisationId',
			'institutionApproval.reference',
			'institutionApproval.decidedOn',
			'institutionApproval.validUntilOn',
			'institutionApproval.recordedAt',
			'institutionApproval.evidenceId',
			'evidence.name as document',
			'evidence.withdrawnAt',
			'signature.personName as person',
			'signature.organisationAcronym as acronym',
			'signature.covers',
			'signature.coversSha256'
		])
		.where('institutionApproval.itemId', '=', itemId)
		.orderBy('institutionApproval.recordedAt', 'desc')
		.orderBy('institutionApproval.id')
		.execute();
}
