import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewOpinion } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfOpinion } from '#lib/server/mail/tell-of-opinion.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { insertComment } from './insert-comment.ts';
import { takeCommented } from './take-commented.ts';

/**
 * The evaluation says what it thinks of something that was opened to it, in whatever state: outside every review, so that
 * it neither blocks one nor counts for it. Answers the code of the item.
 */
export function giveOpinion(db: Db, actor: Actor, input: NewOpinion, now: Date): Promise<string> {
	return db.transaction().execute(async (db) => {
		const { item, subject } = await takeCommented(db, actor, input.itemId);
		assertCan(actor, 'opinion:give', subject);

		const said = { ...input, itemId: item.id, roundId: null, blocking: false, checklistItemId: '' };
		const isNew = await insertComment(db, actor, said, now);
		if (!isNew) return item.code;
		await recordAudit(db, actor, 'opinion:give', auditedItem(item), now, { text: input.text });
		await tellOfOpinion(db, actor, item, input.text, now);
		return item.code;
	});
}
