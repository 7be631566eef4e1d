import type { Db } from '#db/schema.ts';
import { verifyBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeActionStep } from '#lib/schemas/meetings/actions.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

/** Somebody who does not own it has seen that it is done. */
export function verifyAction(db: Db, actor: Actor, input: TakeActionStep, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'verify');
		assertNone(verifyBlocks(action.facts, action.counting, actor));
		const set = { verifiedBy: actor.personId, verifiedAt: now.toISOString() };
		return enterActionState(db, actor, action, { event: 'verify', note: input.note, set }, now);
	});
}
