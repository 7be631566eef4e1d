import type { Db } from '#db/schema.ts';
import { claimBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ClaimAction } from '#lib/schemas/meetings/actions.ts';
import { countStandingEvidence } from '#lib/server/queries/count-standing-evidence.ts';
import { assertMayStep, enterActionState, takeAction, type TakenAction } from './take-action.ts';

/** The owner says that it is done, with what came out of it; somebody else verifies it. */
export function claimAction(db: Db, actor: Actor, input: ClaimAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		return claimTaken(db, actor, action, input.text, now);
	});
}

/** The claim itself, within the caller's transaction. */
export async function claimTaken(db: Db, actor: Actor, action: TakenAction, text: string, now: Date) {
	assertMayStep(actor, action, 'claim');
	const evidence = await countStandingEvidence(db, action.item.id);
	assertNone(claimBlocks(action.counting, { text, evidence }));
	const step = {
		event: 'claim',
		note: text,
		set: { doneText: text, doneBy: actor.personId, doneAt: now.toISOString() },
		details: { evidence }
	} as const;
	return enterActionState(db, actor, action, step, now);
}
