import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { startBlocks } from '#lib/domain/review-guards.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfItem } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertContribution } from './insert-contribution.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The lead begins to work; that it led at this time stays on the record. */
export function startPreparation(db: Db, actor: Actor, input: OfItem, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:edit', subject);
		assertNone(startBlocks(facts));

		await moveItem(db, item, DELIVERABLE_LIFE['start-preparation'].to, now);
		if (item.leadOrganisationId !== null) {
			const row = { itemId: item.id, organisationId: item.leadOrganisationId, personId: null, note: '' };
			await insertContribution(db, actor, { ...row, kind: 'lead' }, now);
		}
		await recordAudit(db, actor, 'deliverable:start-preparation', auditedItem(item), now);
	});
}
