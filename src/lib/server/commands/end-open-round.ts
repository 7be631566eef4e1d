import type { Db } from '#db/schema.ts';
import type { RoundOutcome } from '#lib/domain/reviews.ts';

/** Ends the round that runs, if one does; says whether. */
export async function endOpenRound(
	db: Db,
	itemId: string,
	reason: string,
	now: Date,
	outcome: RoundOutcome = 'ended'
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('reviewRound')
		.set({ closedAt: now.toISOString(), outcome, outcomeReason: reason })
		.where('itemId', '=', itemId)
		.where('closedAt', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
