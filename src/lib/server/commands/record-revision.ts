import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { verdictBlocks } from '#lib/domain/submission.ts';
import type { Revision } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { findSubmission } from '#lib/server/queries/list-portal-events.ts';
import { insertPortalEvent } from './insert-portal-event.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** The officer asks for a revision: a new line of versions begins, the submitted one is kept. */
export function recordRevision(db: Db, actor: Actor, input: Revision, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, deliverable, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:record-portal', subject);
		const submitted = await findSubmission(db, item.id);
		const today = await findToday(db, actor.projectId, now);
		const { askedOn, comments } = input;
		assertNone(verdictBlocks(facts, 'ask-revision', askedOn, submitted?.happenedOn ?? null, today));

		const event = {
			kind: 'revision-asked',
			happenedOn: askedOn,
			byName: actor.name,
			note: comments
		} as const;
		await insertPortalEvent(db, actor, { itemId: item.id, ...event, sha256: null, fileName: null }, now);
		const line = deliverable.line + 1;
		await db
			.updateTable('deliverable')
			.set({ line, editorialOnly: 0, publicCheckedAt: null, publicCheckedBy: null })
			.where('itemId', '=', item.id)
			.execute();
		await moveItem(db, item, DELIVERABLE_LIFE['ask-revision'].to, now);
		const details = { askedOn, comments, line };
		await recordAudit(db, actor, 'deliverable:record-revision', auditedItem(item), now, details);
	});
}
