import type { Db } from '#db/schema.ts';

/** Standing evidence of an entry by what it proves: an element, or a requirement of the algorithm. */
export function listEntryProofs(db: Db, itemId: string) {
	return db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.select([
			'evidenceUse.id as useId',
			'evidenceUse.requirement',
			'evidenceUse.usedAt',
			'evidence.id as evidenceId',
			'evidence.kind',
			'evidence.name',
			'evidence.url',
			'evidence.level',
			'evidence.organisationId',
			'organisation.acronym'
		])
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidenceUse.purpose', '=', 'support')
		.where('evidenceUse.requirement', 'is not', null)
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.orderBy('evidenceUse.usedAt')
		.orderBy('evidenceUse.id')
		.execute();
}

export type EntryProof = Awaited<ReturnType<typeof listEntryProofs>>[number];
