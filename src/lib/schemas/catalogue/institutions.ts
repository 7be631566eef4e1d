import * as v from 'valibot';
import { ANSWER_VERDICTS, INSTITUTION_ANSWERS } from '#lib/domain/catalogue/institutions.ts';

const note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2,000 characters.')), '');
const version = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

export const AnswerInstitution = v.object({
	checklistItemId: v.string(),
	/** Of the answer that was seen; 0 where there was none. */
	version,
	answer: v.picklist(INSTITUTION_ANSWERS, 'Choose an answer.'),
	note,
	/** Evidence that is kept or reused; empty: none, or the file or address given with it. */
	evidenceId: v.optional(v.string(), ''),
	url: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2,000 characters.')), '')
});
export type AnswerInstitution = v.InferOutput<typeof AnswerInstitution>;

export const JudgeAnswer = v.object({
	checklistItemId: v.string(),
	version,
	verdict: v.picklist(ANSWER_VERDICTS, 'Choose a verdict.'),
	note
});
export type JudgeAnswer = v.InferOutput<typeof JudgeAnswer>;
