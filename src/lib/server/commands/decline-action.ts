import type { Db } from '#db/schema.ts';
import { declineBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DeclineAction } from '#lib/schemas/meetings/actions.ts';
import { findActionOwner } from '#lib/server/queries/find-action-owner.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

/** The owner says why not, and who could; whoever steers it decides. */
export function declineAction(db: Db, actor: Actor, input: DeclineAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'decline');
		const proposed = await findActionOwner(db, actor.projectId, input.proposedOwnerId, action.today);
		assertNone(declineBlocks(action.facts, action.counting, input));
		const step = {
			event: 'decline',
			note: input.reason,
			set: { declinedReason: input.reason, proposedOwnerId: proposed.personId },
			details: { proposes: proposed.name }
		} as const;
		return enterActionState(db, actor, action, step, now);
	});
}
