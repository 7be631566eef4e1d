import {
	AnsweredChecklist,
	ChangeRequest,
	NewComment,
	OfComment,
	SignOff
} from '#lib/schemas/deliverable-reviews.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { addComment } from '#lib/server/commands/add-comment.ts';
import { answerChecklist } from '#lib/server/commands/answer-checklist.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { itemAction, said } from '#lib/server/http/item-action.ts';
import { findNextReview } from '#lib/server/queries/list-review-queue.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { commentActions } from './opinions.ts';

/**
 * After an item is done the next of the reviewer's queue opens by itself, at what was done and its own title; with none
 * left, the empty queue.
 */
async function toNext({ db, actor, project }: ProjectRequest, doneItemId: string): Promise<string> {
	const next = await findNextReview(db, actor, doneItemId);
	return next
		? `/${project.slug}/${itemPath(next)}${next.kind === 'entry' ? '/review' : ''}#told`
		: `/${project.slug}/reviews`;
}

const FLASHES = {
	deliverable: { changes: 'changes-requested', reviewed: 'signed-and-reviewed' },
	entry: { changes: 'entry-changes-requested', reviewed: 'entry-signed-and-reviewed' }
} as const;

/** What reviewers do in an open round of an item of either kind, and how its lead or owner answers them. */
export const reviewActions = (kind: keyof typeof FLASHES) => ({
	...commentActions,
	checklist: itemAction('review:comment', AnsweredChecklist, answerChecklist, 'checklist-saved'),
	'withdraw-comment': itemAction('review:comment', OfComment, withdrawComment, 'comment-withdrawn'),
	comment: itemAction('review:comment', NewComment, addComment, 'comment-added'),
	'request-changes': action(`${kind}:request-changes`, ChangeRequest, async (request, input) => {
		await requestChanges(request.db, request.actor, input, request.now);
		return { ...said(FLASHES[kind].changes, request), to: await toNext(request, input.itemId) };
	}),
	sign: action(`${kind}:sign-off`, SignOff, async (request, { password, ...input }) => {
		const authenticatedAt = await freshAuthentication(request, password);
		const signed = { ...input, authenticatedAt };
		const { isReviewed } = await signOff(request.db, request.actor, signed, request.now);
		const flash = isReviewed ? FLASHES[kind].reviewed : 'signed';
		return { ...said(flash, request), to: await toNext(request, input.itemId) };
	})
});
