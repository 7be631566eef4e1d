import type { Db } from '#db/schema.ts';
import { commentBlocks } from '#lib/domain/deliverable-edits.ts';
import { NotFound, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfComment } from '#lib/schemas/deliverable-reviews.ts';
import { takeCommented } from './take-commented.ts';

/** A comment of this very item; any other is as good as missing. */
export async function takeComment(db: Db, actor: Actor, input: OfComment) {
	const found = await takeCommented(db, actor, input.itemId);
	const comment = await db
		.selectFrom('reviewComment')
		.select(['id', 'roundId', 'authorId', 'text', 'withdrawnAt', 'answeredAt'])
		.where('id', '=', input.commentId)
		.where('itemId', '=', found.item.id)
		.executeTakeFirst();
	if (!comment) throw new NotFound();
	return { ...found, comment, blocks: settledBlocks(found.item.state, comment) };
}

/** What was said in a review is closed with the item; an opinion is answered in any state, and like all others once. */
function settledBlocks(
	state: string,
	comment: { roundId: string | null; withdrawnAt: string | null; answeredAt: string | null }
): Reason[] {
	const isSettled = comment.withdrawnAt !== null || comment.answeredAt !== null;
	return [
		...(comment.roundId === null ? [] : commentBlocks(state)),
		...(isSettled ? [{ code: 'comment-settled' } as const] : [])
	];
}
