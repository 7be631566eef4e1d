import type {
	AnswerVerdict,
	InstitutionAnswer,
	InstitutionReason,
	InstitutionStanding
} from '#lib/domain/catalogue/institutions.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import type { Sentence } from '#lib/text/sentence.ts';

export const ANSWER_TEXT = {
	yes: 'Yes',
	partly: 'Partly',
	no: 'No',
	'not-applicable': 'Does not apply'
} as const satisfies Record<InstitutionAnswer, string>;

export const VERDICT_TEXT = {
	accepted: 'Accepted',
	returned: 'Returned'
} as const satisfies Record<AnswerVerdict, string>;

export const READY_TEXT = {
	complete: { letter: 'Y', label: 'yes, with evidence' },
	weak: { letter: 'P', label: 'partly, without evidence, or returned' },
	missing: { letter: 'N', label: 'no, or not answered' },
	'not-applicable': { letter: '–', label: 'does not apply' }
} as const satisfies Record<InstitutionStanding, { letter: string; label: string }>;

const CODES: readonly string[] = [
	'answer-without-reason',
	'answer-unchanged',
	'answer-missing',
	'answer-own-organisation',
	'answer-judged',
	'answer-return-reason'
] satisfies InstitutionReason['code'][];

export function isInstitutionReason(reason: Reason): reason is InstitutionReason {
	return CODES.includes(reason.code);
}

export function institutionSentence(reason: InstitutionReason): Sentence {
	switch (reason.code) {
		case 'answer-without-reason':
			return {
				text: `“${ANSWER_TEXT[reason.answer]}” needs a word on why.`,
				next: 'Say what is missing, or why the question does not apply.'
			};
		case 'answer-unchanged':
			return { text: 'This is the answer that stands already.', next: 'Change something, or leave it.' };
		case 'answer-missing':
			return {
				text: 'There is no answer to judge yet.',
				next: 'The institution answers first.'
			};
		case 'answer-own-organisation':
			return {
				text: `You cannot judge the answers of ${reason.organisation}, your own organisation.`,
				next: 'Another national coordinator, the coordinator or the QA lead does.'
			};
		case 'answer-judged':
			return {
				text: `This answer was ${VERDICT_TEXT[reason.verdict].toLowerCase()} already.`,
				next: 'The institution can give a new one.'
			};
		case 'answer-return-reason':
			return { text: 'A returned answer says what to do.', next: 'Write what is missing.' };
	}
}
