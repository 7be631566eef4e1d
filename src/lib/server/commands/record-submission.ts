import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { submissionBlocks } from '#lib/domain/submission.ts';
import type { Submission } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { findPackage } from '#lib/server/queries/list-portal-events.ts';
import { insertPortalEvent } from './insert-portal-event.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Exactly the approved file went to the funder. The first day of submission stays the one that counts for lateness. */
export function recordSubmission(db: Db, actor: Actor, input: Submission, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, deliverable, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:record-portal', subject);
		const found = await findPackage(db, item.id);
		const approved = found?.sha256 == null ? undefined : { sha256: found.sha256, builtOn: found.happenedOn };
		const today = await findToday(db, actor.projectId, now);
		assertNone(submissionBlocks(facts, approved, input, today));

		const { submittedOn, byName, note, sha256 } = input;
		const file = { sha256, fileName: found?.fileName ?? null };
		const event = {
			itemId: item.id,
			kind: 'submitted',
			happenedOn: submittedOn,
			byName,
			note,
			...file
		} as const;
		await insertPortalEvent(db, actor, event, now);
		await db
			.updateTable('deliverable')
			.set({ submittedOn: deliverable.submittedOn ?? submittedOn })
			.where('itemId', '=', item.id)
			.execute();
		await moveItem(db, item, DELIVERABLE_LIFE.submit.to, now);
		const details = { submittedOn, byName, ...file };
		await recordAudit(db, actor, 'deliverable:record-submission', auditedItem(item), now, details);
	});
}
