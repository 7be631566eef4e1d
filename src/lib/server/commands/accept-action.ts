import type { Db } from '#db/schema.ts';
import { eventBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeActionStep } from '#lib/schemas/meetings/actions.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

/** The owner agrees to do it by its day. */
export function acceptAction(db: Db, actor: Actor, input: TakeActionStep, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'accept');
		assertNone(eventBlocks(action.counting, 'accept'));
		const set = { acceptedAt: now.toISOString() };
		return enterActionState(db, actor, action, { event: 'accept', note: input.note, set }, now);
	});
}
