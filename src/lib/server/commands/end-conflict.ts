import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndedConflict } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { listReviewed } from './declare-conflict.ts';

/** Ends a declaration, never one about oneself; that it stood until now remains on record. */
export function endConflict(db: Db, actor: Actor, input: EndedConflict, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'conflict:declare', {});
		const conflict = await db
			.selectFrom('declaredConflict')
			.innerJoin('person', 'person.id', 'declaredConflict.personId')
			.leftJoin('item', 'item.id', 'declaredConflict.itemId')
			.select(['declaredConflict.id', 'declaredConflict.reason', 'declaredConflict.itemId', 'item.code'])
			.select(['person.id as personId', 'person.name'])
			.where('declaredConflict.projectId', '=', actor.projectId)
			.where('declaredConflict.id', '=', input.conflictId)
			.executeTakeFirst();
		if (!conflict) throw new NotFound();
		assertNone(conflict.personId === actor.personId ? [{ code: 'own-conflict' }] : []);

		const tells = [];
		const { personId, itemId } = conflict;
		for (const item of await listReviewed(db, actor.projectId, personId, itemId ?? undefined))
			tells.push(await watchHolder(db, actor, item, now));
		const { numUpdatedRows } = await db
			.updateTable('declaredConflict')
			.set({ endedAt: now.toISOString(), endedBy: actor.personId, endReason: input.reason })
			.where('id', '=', conflict.id)
			.where('endedAt', 'is', null)
			.executeTakeFirst();
		assertNone(numUpdatedRows === 0n ? [{ code: 'conflict-ended' }] : []);
		const record = { type: 'person', id: conflict.personId, label: conflict.name };
		const details = { item: conflict.code, conflict: conflict.reason, reason: input.reason };
		await recordAudit(db, actor, 'conflict:end', record, now, details);
		for (const tell of tells) await tell();
	});
}
