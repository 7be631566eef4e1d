import { OpenReview } from '#lib/schemas/deliverables.ts';
import {
	AnsweredChecklist,
	AnsweredComment,
	ChangeRequest,
	EndedAssignment,
	NewComment,
	NewConflict,
	NewReviewer,
	OfComment,
	SignOff
} from '#lib/schemas/deliverable-reviews.ts';
import { ApproveEntry } from '#lib/schemas/catalogue/signing.ts';
import { freshAuthentication } from '#lib/server/auth/reauthentication.ts';
import { addComment } from '#lib/server/commands/add-comment.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { answerChecklist } from '#lib/server/commands/answer-checklist.ts';
import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { appointEvaluator } from '#lib/server/commands/appoint-evaluator.ts';
import { approveEntry } from '#lib/server/commands/approve-entry.ts';
import { assignReviewer } from '#lib/server/commands/assign-reviewer.ts';
import { declareConflict } from '#lib/server/commands/declare-conflict.ts';
import { endAssignment } from '#lib/server/commands/end-assignment.ts';
import { openEntryReview } from '#lib/server/commands/open-entry-review.ts';
import { proposeReviewer } from '#lib/server/commands/propose-reviewer.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { entrySigningPage } from '#lib/server/pages/entry-signing.ts';
import { findReadableEvidence } from '#lib/server/queries/find-readable-evidence.ts';
import { findNextReview } from '#lib/server/queries/list-review-queue.ts';
import { reviewHref } from '#lib/text/links.ts';

export const load = page('review:read', entrySigningPage);

const said = (flash: string, { param }: ProjectRequest) => ({ flash, label: param('code') });

/** The next of the reviewer's queue opens by itself; with none left, the empty queue. */
async function toNext({ db, actor, project }: ProjectRequest, doneItemId: string): Promise<string> {
	const next = await findNextReview(db, actor, doneItemId);
	return next ? reviewHref(project.slug, next) : `/${project.slug}/reviews`;
}

export const actions = {
	open: action('entry:request-review', OpenReview, async (request, input) => {
		await openEntryReview(request.db, request.actor, input, request.now);
		return said('entry-review-opened', request);
	}),
	assign: action('reviewer:assign', NewReviewer, async (request, input) => {
		await assignReviewer(request.db, request.actor, input, request.now);
		return said('reviewer-assigned', request);
	}),
	appoint: action('reviewer:assign', NewReviewer, async (request, input) => {
		await appointEvaluator(request.db, request.actor, input, request.now);
		return said('evaluator-appointed', request);
	}),
	propose: action('reviewer:propose', NewReviewer, async (request, input) => {
		await proposeReviewer(request.db, request.actor, input, request.now);
		return said('reviewer-proposed', request);
	}),
	'end-assignment': action('reviewer:assign', EndedAssignment, async (request, input) => {
		await endAssignment(request.db, request.actor, input, request.now);
		return said('assignment-ended', request);
	}),
	conflict: action('conflict:declare', NewConflict, async (request, input) => {
		await declareConflict(request.db, request.actor, input, request.now);
		return said('conflict-declared', request);
	}),
	checklist: action('review:comment', AnsweredChecklist, async (request, input) => {
		await answerChecklist(request.db, request.actor, input, request.now);
		return said('checklist-saved', request);
	}),
	comment: action('review:comment', NewComment, async (request, input) => {
		await addComment(request.db, request.actor, input, request.now);
		return said('comment-added', request);
	}),
	'withdraw-comment': action('review:comment', OfComment, async (request, input) => {
		await withdrawComment(request.db, request.actor, input, request.now);
		return said('comment-withdrawn', request);
	}),
	'answer-comment': action('review:answer', AnsweredComment, async (request, input) => {
		await answerComment(request.db, request.actor, input, request.now);
		return said('comment-answered', request);
	}),
	'request-changes': action('entry:request-changes', ChangeRequest, async (request, input) => {
		await requestChanges(request.db, request.actor, input, request.now);
		return { ...said('entry-changes-requested', request), to: await toNext(request, input.itemId) };
	}),
	sign: action('entry:sign-off', SignOff, async (request, { password, ...input }) => {
		const authenticatedAt = await freshAuthentication(request, password);
		const { isReviewed } = await signOff(
			request.db,
			request.actor,
			{ ...input, authenticatedAt },
			request.now
		);
		const flash = isReviewed ? 'entry-signed-and-reviewed' : 'signed';
		return { ...said(flash, request), to: await toNext(request, input.itemId) };
	}),
	approve: uploadAction('entry:approve', ApproveEntry, async (request, input, files) => {
		const { db, actor, now } = request;
		const { password, evidenceId, ...given } = input;
		const authenticatedAt = await freshAuthentication(request, password);
		const [file] = files;
		const evidenceOf = async (db: ProjectRequest['db']) =>
			file
				? insertFileEvidence(db, actor, file, { level: 'PU' }, now)
				: (await findReadableEvidence(db, actor, evidenceId))?.id;
		const { isApproved } = await approveEntry(db, actor, { ...given, authenticatedAt }, evidenceOf, now);
		return said(isApproved ? 'institution-approved' : 'body-approved', request);
	})
};
