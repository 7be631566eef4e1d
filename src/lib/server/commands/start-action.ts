import type { Db } from '#db/schema.ts';
import { eventBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeActionStep } from '#lib/schemas/meetings/actions.ts';
import { assertMayStep, enterActionState, takeAction, type TakenAction } from './take-action.ts';

export function startAction(db: Db, actor: Actor, input: TakeActionStep, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		return startTaken(db, actor, action, input.note, now);
	});
}

/** The step itself, within the caller's transaction. */
export async function startTaken(db: Db, actor: Actor, action: TakenAction, note: string, now: Date) {
	assertMayStep(actor, action, 'start');
	assertNone(eventBlocks(action.counting, 'start'));
	return enterActionState(db, actor, action, { event: 'start', note }, now);
}
