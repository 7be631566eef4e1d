import type { Db } from '#db/schema.ts';
import { eventBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeActionStep } from '#lib/schemas/meetings/actions.ts';
import { NOT_BLOCKED } from './not-blocked.ts';
import { assertMayStep, enterActionState, takeAction, type TakenAction } from './take-action.ts';

export function unblockAction(db: Db, actor: Actor, input: TakeActionStep, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		return unblockTaken(db, actor, action, input.note, now);
	});
}

/** The step itself, within the caller's transaction. */
export async function unblockTaken(db: Db, actor: Actor, action: TakenAction, note: string, now: Date) {
	assertMayStep(actor, action, 'unblock');
	assertNone(eventBlocks(action.counting, 'unblock'));
	const step = { event: 'unblock', note, set: NOT_BLOCKED } as const;
	return enterActionState(db, actor, action, step, now);
}
