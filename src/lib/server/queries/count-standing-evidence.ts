import type { Db } from '#db/schema.ts';

/** Evidence of an item that was neither taken off it nor withdrawn. */
export async function countStandingEvidence(db: Db, itemId: string): Promise<number> {
	const { count } = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}
