import type { Db } from '#db/schema.ts';
import { reopenBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReopenAction } from '#lib/schemas/meetings/actions.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

/** It is not done yet, or not any more: the owner goes on with it. */
export function reopenAction(db: Db, actor: Actor, input: ReopenAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'reopen');
		assertNone(reopenBlocks(action.facts, action.counting, actor, input.reason));
		const set = { doneBy: null, doneAt: null, verifiedBy: null, verifiedAt: null };
		return enterActionState(db, actor, action, { event: 'reopen', note: input.reason, set }, now);
	});
}
