import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfComment } from '#lib/schemas/deliverable-reviews.ts';
import { takeReviewed } from './take-reviewed.ts';

/** A comment of this very item; any other is as good as missing. */
export async function takeComment(db: Db, actor: Actor, input: OfComment, now: Date) {
	const found = await takeReviewed(db, actor, input.itemId, now);
	const comment = found.records.comments.find((one) => one.id === input.commentId);
	if (!comment) throw new NotFound();
	return { ...found, comment };
}
