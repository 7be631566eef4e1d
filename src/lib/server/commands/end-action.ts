import type { Db } from '#db/schema.ts';
import { eventBlocks, supersedeBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CancelAction, SupersedeAction } from '#lib/schemas/meetings/actions.ts';
import { assertMayStep, enterActionState, takeAction } from './take-action.ts';

export function cancelAction(db: Db, actor: Actor, input: CancelAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'cancel');
		assertNone(eventBlocks(action.counting, 'cancel'));
		const set = { endedReason: input.reason };
		return enterActionState(db, actor, action, { event: 'cancel', note: input.reason, set }, now);
	});
}

/** Another action takes its place; both keep their history. */
export function supersedeAction(db: Db, actor: Actor, input: SupersedeAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertMayStep(actor, action, 'supersede');
		const by = await db
			.selectFrom('item')
			.select(['id', 'code', 'state'])
			.where('projectId', '=', actor.projectId)
			.where('kind', '=', 'action')
			.where('code', '=', input.by.toUpperCase())
			.executeTakeFirst();
		if (!by) throw new NotFound();
		assertNone(supersedeBlocks(action.facts, action.counting, by));
		const step = {
			event: 'supersede',
			note: input.reason,
			set: { endedReason: input.reason, supersededByItemId: by.id },
			details: { by: by.code }
		} as const;
		return enterActionState(db, actor, action, step, now);
	});
}
