import { can, type Subject } from '#lib/domain/can.ts';
import { AnsweredComment, NewOpinion, OfComment } from '#lib/schemas/deliverable-reviews.ts';
import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { giveOpinion } from '#lib/server/commands/give-opinion.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { newId } from '#lib/server/ids.ts';
import { listOpinions } from '#lib/server/queries/list-opinions.ts';

/** What the evaluation said of an item, and what this person may say to it; null for those who see no reviews. */
export async function opinionsOf({ db, actor, project }: ProjectRequest, itemId: string, subject: Subject) {
	if (!can(actor, 'review:read', subject).ok) return null;
	return {
		item: { id: itemId },
		said: await listOpinions(db, itemId),
		mayGive: can(actor, 'opinion:give', subject).ok,
		mayAnswer: can(actor, 'review:answer', subject).ok,
		commentKey: newId(),
		personId: actor.personId,
		timeZone: project.timeZone
	};
}

export const giveOpinionAction = action('opinion:give', NewOpinion, async (request, input) => ({
	flash: 'opinion-given',
	label: await giveOpinion(request.db, request.actor, input, request.now)
}));

/** What is said of an item of any kind, in a review or outside, is answered and taken back in one way. */
export const commentActions = {
	opinion: giveOpinionAction,
	'answer-comment': action('review:answer', AnsweredComment, async (request, input) => ({
		flash: 'comment-answered',
		label: await answerComment(request.db, request.actor, input, request.now)
	})),
	'withdraw-opinion': action('opinion:give', OfComment, async (request, input) => ({
		flash: 'comment-withdrawn',
		label: await withdrawComment(request.db, request.actor, input, request.now)
	}))
};
