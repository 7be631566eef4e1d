import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndedAssignment } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { takeReviewedItem } from './take-reviewed-item.ts';

/** Ends an assignment; what the person signed, answered or commented stays theirs. */
export function endAssignment(db: Db, actor: Actor, input: EndedAssignment, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, assignments } = await takeReviewedItem(db, actor, input.itemId);
		assertCan(actor, item.kind === 'milestone' ? 'milestone:assign' : 'reviewer:assign', subject);
		const assignment = assignments.find((one) => one.id === input.assignmentId);
		assertNone(assignment ? [] : [{ code: 'assignment-ended' }]);

		const tell = await watchHolder(db, actor, item, now);
		await db
			.updateTable('reviewAssignment')
			.set({ endedAt: now.toISOString(), endedBy: actor.personId, endReason: input.reason })
			.where('id', '=', input.assignmentId)
			.where('itemId', '=', item.id)
			.execute();
		await moveItem(db, item, item.state, now);
		const details = { person: assignment?.name, reason: input.reason };
		await recordAudit(db, actor, 'reviewer:end', auditedItem(item), now, details);
		await tell(input.reason);
	});
}
