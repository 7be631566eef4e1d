import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { ENDED_ACTION_STATES } from '#lib/domain/meetings/action-life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertSupport } from './insert-support.ts';
import { moveItem } from './move-item.ts';
import { takeAction } from './take-action.ts';

/** What came out of an action, as files or an address that come into being in the same transaction. */
export function addActionEvidence(
	db: Db,
	actor: Actor,
	input: { itemId: string; version: number },
	evidenceOf: (db: Db) => Promise<readonly string[]>,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const action = await takeAction(db, actor, input, now);
		assertCan(actor, 'action:update', action.ownerSubject);
		const state = action.counting;
		const isOver = ENDED_ACTION_STATES.includes(state);
		assertNone(isOver ? [{ code: 'wrong-state', event: 'evidence', state, from: ['in-progress'] }] : []);
		const ids = await evidenceOf(db);
		const { item } = action;
		await moveItem(db, item, item.state, now);
		for (const evidenceId of ids) await insertSupport(db, actor, { evidenceId, itemId: item.id }, now);
		const details = { added: ids.length };
		await recordAudit(db, actor, 'action:evidence', auditedItem(item), now, details);
		return { code: item.code };
	});
}
