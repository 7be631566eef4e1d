import type { Db } from '#db/schema.ts';
import type { RoundOutcome } from '#lib/domain/reviews.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** Ends a claim with its outcome; whoever was asked to verify is asked no longer. */
export async function closeClaim(
	db: Db,
	actor: Actor,
	claim: { id: string; itemId: string },
	outcome: RoundOutcome,
	reason: string | null,
	now: Date
): Promise<void> {
	const at = now.toISOString();
	await db
		.updateTable('reviewRound')
		.set({ closedAt: at, outcome, outcomeReason: reason })
		.where('id', '=', claim.id)
		.where('closedAt', 'is', null)
		.execute();
	await db
		.updateTable('reviewAssignment')
		.set({ endedAt: at, endedBy: actor.personId, endReason: outcome })
		.where('itemId', '=', claim.itemId)
		.where('endedAt', 'is', null)
		.execute();
}
