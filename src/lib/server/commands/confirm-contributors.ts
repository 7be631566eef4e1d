import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfItem } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Whoever may request the review states that every contributing organisation is recorded. */
export function confirmContributors(db: Db, actor: Actor, input: OfItem, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, history, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:request-review', subject);
		assertNone(recordBlocks(item.state));

		await moveItem(db, item, item.state, now);
		await db
			.updateTable('item')
			.set({ contributorsConfirmedAt: now.toISOString() })
			.where('id', '=', item.id)
			.execute();
		const organisations = [...new Set(history.contributions.map((one) => one.acronym))];
		await recordAudit(db, actor, 'deliverable:confirm-contributors', auditedItem(item), now, {
			organisations
		});
	});
}
