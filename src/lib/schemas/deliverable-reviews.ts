import * as v from 'valibot';
import { id, line, password, sha256Text, text, ticked } from './deliverables.ts';
import { Day as day } from './fields.ts';

export const NewReviewer = v.object({ itemId: id, personId: id });
export type NewReviewer = v.InferOutput<typeof NewReviewer>;

export const EndedAssignment = v.object({
	itemId: id,
	assignmentId: id,
	reason: line(500, 'Say why the assignment ends.')
});
export type EndedAssignment = v.InferOutput<typeof EndedAssignment>;

export const NewConflict = v.object({
	personId: id,
	/** Left out: every item of the project. */
	itemId: v.optional(id),
	reason: line(500, 'Say what the conflict is.')
});
export type NewConflict = v.InferOutput<typeof NewConflict>;

export const EndedConflict = v.object({
	conflictId: id,
	reason: line(500, 'Say why it no longer stands.')
});
export type EndedConflict = v.InferOutput<typeof EndedConflict>;

const ANSWER = v.picklist(['yes', 'no', 'not-applicable'], 'Choose one.');
export type ChecklistAnswers = {
	checklistItemId: string;
	answer: v.InferOutput<typeof ANSWER>;
	note: string;
}[];

/** Fields `answer-<point>` and `note-<point>` of the checklist, beside the other fields of the form. */
function answersOf(form: Record<string, string | string[]>): ChecklistAnswers {
	return Object.entries(form).flatMap(([name, value]) => {
		const checklistItemId = /^answer-(.+)$/.exec(name)?.[1];
		const answer = v.safeParse(ANSWER, value);
		if (checklistItemId === undefined || !answer.success) return [];
		const note = form[`note-${checklistItemId}`];
		return [
			{
				checklistItemId,
				answer: answer.output,
				note: typeof note === 'string' ? note.trim().slice(0, 2000) : ''
			}
		];
	});
}

const anyField = v.union([v.string(), v.array(v.string())]);

/** Beside the answers every form of a reviewer may carry a comment; sent twice under one key it is one comment. */
const remark = { commentKey: id, text: text(8000), blocking: ticked };

export const AnsweredChecklist = v.pipe(
	v.objectWithRest({ itemId: id, ...remark }, anyField),
	v.transform((form) => ({
		itemId: form.itemId,
		commentKey: form.commentKey,
		text: form.text,
		blocking: form.blocking,
		answers: answersOf(form)
	}))
);
export type AnsweredChecklist = v.InferOutput<typeof AnsweredChecklist>;

export const SignOff = v.pipe(
	v.objectWithRest({ itemId: id, coversSha256: sha256Text, password, ...remark }, anyField),
	v.transform((form) => ({
		itemId: form.itemId,
		coversSha256: form.coversSha256,
		password: form.password,
		commentKey: form.commentKey,
		text: form.text,
		blocking: form.blocking,
		answers: answersOf(form)
	}))
);
export type SignOff = v.InferOutput<typeof SignOff>;

export const NewComment = v.object({
	itemId: id,
	/** Made by the page: a form sent twice is one comment. */
	commentKey: id,
	text: line(8000, 'Write a comment.'),
	blocking: ticked,
	checklistItemId: text(60)
});
export type NewComment = v.InferOutput<typeof NewComment>;

export const NewOpinion = v.object({ itemId: id, commentKey: id, text: line(8000, 'Write your opinion.') });
export type NewOpinion = v.InferOutput<typeof NewOpinion>;

export const OfComment = v.object({ itemId: id, commentId: id });
export type OfComment = v.InferOutput<typeof OfComment>;

export const AnsweredComment = v.object({
	itemId: id,
	commentId: id,
	answer: line(8000, 'Write an answer.')
});
export type AnsweredComment = v.InferOutput<typeof AnsweredComment>;

/** The text becomes a comment that blocks; it may be empty where such a comment stands already. */
export const ChangeRequest = v.pipe(
	v.objectWithRest({ itemId: id, commentKey: id, text: text(8000) }, anyField),
	v.transform((form) => ({
		itemId: form.itemId,
		commentKey: form.commentKey,
		text: form.text,
		answers: answersOf(form)
	}))
);
export type ChangeRequest = v.InferOutput<typeof ChangeRequest>;

export const ReturnedDeliverable = v.object({
	itemId: id,
	commentKey: id,
	reason: line(8000, 'Say what has to change.')
});
export type ReturnedDeliverable = v.InferOutput<typeof ReturnedDeliverable>;

export const Approval = v.object({
	itemId: id,
	coversSha256: sha256Text,
	password,
	emblemChecked: ticked,
	personalDataChecked: ticked,
	organisationIds: v.optional(v.array(id), [])
});
export type Approval = v.InferOutput<typeof Approval>;

export const BreakGlass = v.object({
	...Approval.entries,
	reason: line(4000, 'Say why it cannot wait.'),
	reference: line(300, 'Give the reference of the steering decision.')
});
export type BreakGlass = v.InferOutput<typeof BreakGlass>;

export const PortalUpload = v.object({
	itemId: id,
	happenedOn: day,
	byName: line(200, 'Say who uploaded it.')
});
export type PortalUpload = v.InferOutput<typeof PortalUpload>;

export const Submission = v.pipe(
	v.object({
		itemId: id,
		sha256: sha256Text,
		submittedOn: day,
		byName: line(200, 'Say who submitted it.'),
		note: text(2000),
		sameFile: v.literal('on', 'Look into the portal and say that this very file lies there.')
	}),
	v.transform(({ sameFile: _, ...submission }) => submission)
);
export type Submission = v.InferOutput<typeof Submission>;

export const Acceptance = v.object({ itemId: id, acceptedOn: day, note: text(2000) });
export type Acceptance = v.InferOutput<typeof Acceptance>;

export const Revision = v.object({
	itemId: id,
	askedOn: day,
	comments: line(8000, 'Enter what the officer asks for.')
});
export type Revision = v.InferOutput<typeof Revision>;

export const EditorialRevision = v.object({
	itemId: id,
	versionId: id,
	password,
	reason: line(2000, 'Say what changed.')
});
export type EditorialRevision = v.InferOutput<typeof EditorialRevision>;

export const Withdrawal = v.object({
	itemId: id,
	reference: line(300, 'Give the amendment or the officer’s reference.')
});
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

export const Merger = v.object({ ...Withdrawal.entries, targetId: id });
export type Merger = v.InferOutput<typeof Merger>;
