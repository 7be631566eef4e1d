import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { verdictBlocks } from '#lib/domain/submission.ts';
import type { Acceptance } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { findSubmission } from '#lib/server/queries/list-portal-events.ts';
import { insertPortalEvent } from './insert-portal-event.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The officer's approval date is set in the portal. */
export function recordAcceptance(db: Db, actor: Actor, input: Acceptance, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:record-portal', subject);
		const submitted = await findSubmission(db, item.id);
		const today = await findToday(db, actor.projectId, now);
		const { acceptedOn, note } = input;
		assertNone(verdictBlocks(facts, 'accept', acceptedOn, submitted?.happenedOn ?? null, today));

		const file = { sha256: submitted?.sha256 ?? null, fileName: submitted?.fileName ?? null };
		const event = { kind: 'accepted', happenedOn: acceptedOn, byName: actor.name, note } as const;
		await insertPortalEvent(db, actor, { itemId: item.id, ...event, ...file }, now);
		await db.updateTable('deliverable').set({ acceptedOn }).where('itemId', '=', item.id).execute();
		await moveItem(db, item, DELIVERABLE_LIFE.accept.to, now);
		await recordAudit(db, actor, 'deliverable:record-acceptance', auditedItem(item), now, {
			acceptedOn,
			note
		});
	});
}
