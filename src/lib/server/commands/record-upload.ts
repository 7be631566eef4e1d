import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { dayBlocks } from '#lib/domain/submission.ts';
import type { PortalUpload } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findPackage } from '#lib/server/queries/list-portal-events.ts';
import { insertPortalEvent } from './insert-portal-event.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The package lies in the portal as a draft, not submitted yet. */
export function recordUpload(db: Db, actor: Actor, input: PortalUpload, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:record-portal', subject);
		const approved = await findPackage(db, item.id);
		const today = await findToday(db, actor.projectId, now);
		assertNone([
			...stateBlocks(DELIVERABLE_LIFE, facts.state, 'submit'),
			...dayBlocks(input.happenedOn, approved?.happenedOn ?? null, 'approval', today)
		]);

		const { happenedOn, byName } = input;
		const file = { sha256: approved?.sha256 ?? null, fileName: approved?.fileName ?? null };
		const event = { itemId: item.id, kind: 'uploaded', happenedOn, byName, note: '', ...file } as const;
		await insertPortalEvent(db, actor, event, now);
		await moveItem(db, item, item.state, now);
		await recordAudit(db, actor, 'deliverable:record-upload', auditedItem(item), now, { happenedOn, byName });
	});
}
