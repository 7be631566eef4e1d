import type { Db } from '#db/schema.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';

interface End {
	outcome: 'approved' | 'withdrawn';
	reason: string | null;
}

/** Closes the circulation that runs; a `Conflict` if somebody else has. */
export async function endCirculation(
	db: Db,
	actor: Actor,
	circulation: { id: string },
	{ outcome, reason }: End,
	now: Date
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('minutesCirculation')
		.set({ outcome, endedBy: actor.personId, endedAt: now.toISOString(), endReason: reason })
		.where('id', '=', circulation.id)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict();
}
