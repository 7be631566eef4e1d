import type { Db } from '#db/schema.ts';

export async function endOpenRound(db: Db, itemId: string, reason: string, now: Date): Promise<void> {
	await db
		.updateTable('reviewRound')
		.set({ closedAt: now.toISOString(), outcome: 'ended', outcomeReason: reason })
		.where('itemId', '=', itemId)
		.where('closedAt', 'is', null)
		.execute();
}
