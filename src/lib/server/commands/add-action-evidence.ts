import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { ENDED_ACTION_STATES } from '#lib/domain/meetings/action-life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import type { EvidenceOf } from './evidence-of.ts';
import { insertSupport } from './insert-support.ts';
import { moveItem } from './move-item.ts';
import { takeAction } from './take-action.ts';
import { auditedEvidence, takeEvidence } from './take-evidence.ts';

/** What came out of an action: files and an address that come into being with it, or what the project has already. */
export function addActionEvidence(
	db: Db,
	actor: Actor,
	input: { itemId: string; version: number },
	evidenceOf: EvidenceOf,
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
		const used = await db
			.selectFrom('evidenceUse')
			.select('evidenceId')
			.where('itemId', '=', item.id)
			.where('removedAt', 'is', null)
			.execute();
		const isUsed = (id: string) => used.some(({ evidenceId }) => evidenceId === id);
		const evidence = await takeEvidence(db, actor.projectId, ids, isUsed);
		await moveItem(db, item, item.state, now);
		for (const { id } of evidence) await insertSupport(db, actor, { evidenceId: id, itemId: item.id }, now);
		const details = { linked: auditedEvidence(evidence) };
		await recordAudit(db, actor, 'action:evidence', auditedItem(item), now, details);
		return { code: item.code };
	});
}
