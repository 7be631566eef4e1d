import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { justificationBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Justification } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Why it is late, as the funder will ask; a later text replaces an earlier one, and the trail keeps both. */
export function justifyLateness(db: Db, actor: Actor, input: Justification, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, deliverable, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:justify-lateness', subject);
		const today = await findToday(db, actor.projectId, now);
		assertNone(justificationBlocks(facts.dueOn, deliverable.submittedOn, today));

		await db
			.updateTable('deliverable')
			.set({
				lateJustification: input.text,
				lateJustifiedBy: actor.personId,
				lateJustifiedAt: now.toISOString()
			})
			.where('itemId', '=', item.id)
			.execute();
		await moveItem(db, item, item.state, now);
		const details = { before: deliverable.lateJustification, after: input.text };
		await recordAudit(db, actor, 'deliverable:justify-lateness', auditedItem(item), now, details);
	});
}
