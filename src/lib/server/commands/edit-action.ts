import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { ENDED_ACTION_STATES } from '#lib/domain/meetings/action-life-cycle.ts';
import { wordingBlocks } from '#lib/domain/meetings/action-rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditAction } from '#lib/schemas/meetings/actions.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { takeAction } from './take-action.ts';

/** Other words for the same action; what it said before stays in the audit trail. */
export function editAction(db: Db, actor: Actor, input: EditAction, now: Date) {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertCan(actor, 'action:steer', action.subject);
		const { item, row } = action;
		const state = action.counting;
		const isOver = ENDED_ACTION_STATES.includes(state);
		assertNone([
			...(isOver ? [{ code: 'wrong-state', event: 'edit', state, from: ['open'] } as const] : []),
			...wordingBlocks(input.title)
		]);
		await moveItem(db, item, item.state, now);
		const { title, description } = input;
		const search = searchText(row.code, title, description, row.ownerName, row.leadAcronym);
		await db.updateTable('item').set({ title, description, search }).where('id', '=', item.id).execute();
		const details = { title, description, before: row.title };
		await recordAudit(db, actor, 'action:edit', auditedItem(item), now, details);
		return { code: item.code };
	});
}
