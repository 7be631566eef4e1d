import type { Db } from '#db/schema.ts';
import { eventBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeActionStep } from '#lib/schemas/meetings/actions.ts';
import { NOT_BLOCKED } from './not-blocked.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

export function unblockAction(db: Db, actor: Actor, input: TakeActionStep, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'unblock');
		assertNone(eventBlocks(action.counting, 'unblock'));
		const step = { event: 'unblock', note: input.note, set: NOT_BLOCKED } as const;
		return enterActionState(db, actor, action, step, now);
	});
}
