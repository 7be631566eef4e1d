import type { Db } from '#db/schema.ts';

/** What pieces of evidence prove: versions of items, means of verification, portal records. */
export async function listEvidenceUses(db: Db, projectId: string, evidenceIds: readonly string[]) {
	if (evidenceIds.length === 0) return [];
	return db
		.selectFrom('evidenceUse as use')
		.innerJoin('item', 'item.id', 'use.itemId')
		.innerJoin('person', 'person.id', 'use.usedBy')
		.leftJoin('itemVersion as version', 'version.id', 'use.versionId')
		.leftJoin('meansOfVerification as means', 'means.id', 'use.meansId')
		.select([
			'use.id',
			'use.evidenceId',
			'use.purpose',
			'use.isMain',
			'use.versionId',
			'use.meansId',
			'use.usedAt',
			'use.removedAt',
			'person.name as usedBy',
			'item.id as itemId',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'version.number as versionNumber',
			'version.frozenAt',
			'means.position as meansPosition',
			'means.text as meansText'
		])
		.where('use.projectId', '=', projectId)
		.where('use.evidenceId', 'in', [...evidenceIds])
		.orderBy('item.position')
		.orderBy('item.code')
		.orderBy('use.usedAt')
		.orderBy('use.id')
		.execute();
}

export type EvidenceUseRow = Awaited<ReturnType<typeof listEvidenceUses>>[number];
