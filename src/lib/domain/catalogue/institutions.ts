import type { Actor } from '#lib/domain/roles.ts';

/**
 * Can an institution run a micro-credential at all? Each question of the project's checklist is answered by the
 * institution and accepted or returned by somebody of another organisation.
 */
export const INSTITUTION_ANSWERS = ['yes', 'partly', 'no', 'not-applicable'] as const;
export type InstitutionAnswer = (typeof INSTITUTION_ANSWERS)[number];

export const ANSWER_VERDICTS = ['accepted', 'returned'] as const;
export type AnswerVerdict = (typeof ANSWER_VERDICTS)[number];

export interface GivenAnswer {
	answer: InstitutionAnswer;
	note: string;
	evidenceId: string | null;
	verdict: AnswerVerdict | null;
}

export type InstitutionReason =
	| { code: 'answer-without-reason'; answer: InstitutionAnswer }
	| { code: 'answer-unchanged' }
	| { code: 'answer-missing' }
	| { code: 'answer-own-organisation'; organisation: string }
	| { code: 'answer-judged'; verdict: AnswerVerdict }
	| { code: 'answer-return-reason' };

/** As a cell of the matrix: complete, weak, missing or not applicable, in the words of the catalogue's own matrix. */
export type InstitutionStanding = 'complete' | 'weak' | 'missing' | 'not-applicable';

/** A yes counts once it has evidence and was not returned; silence and a plain no are both missing. */
export function institutionStanding(given: GivenAnswer | undefined): InstitutionStanding {
	if (!given || given.answer === 'no') return 'missing';
	if (given.verdict === 'returned') return 'weak';
	if (given.answer === 'not-applicable') return 'not-applicable';
	return given.answer === 'yes' && given.evidenceId !== null ? 'complete' : 'weak';
}

/** Anything but a yes says why, so that somebody can help. */
export function answerBlocks(
	input: Omit<GivenAnswer, 'verdict'>,
	present: GivenAnswer | undefined
): InstitutionReason[] {
	const silent = input.answer !== 'yes' && input.note === '';
	const same =
		present?.answer === input.answer &&
		present.note === input.note &&
		present.evidenceId === input.evidenceId;
	return [
		...(silent ? [{ code: 'answer-without-reason', answer: input.answer } as const] : []),
		...(same ? [{ code: 'answer-unchanged' } as const] : [])
	];
}

/** Nobody judges the answers of their own organisation. */
export function judgeAnswerBlocks(
	actor: Actor,
	organisation: { id: string; acronym: string },
	present: GivenAnswer | undefined,
	input: { verdict: AnswerVerdict; note: string }
): InstitutionReason[] {
	const own = actor.organisationId === organisation.id;
	return [
		...(own ? [{ code: 'answer-own-organisation', organisation: organisation.acronym } as const] : []),
		...(present ? [] : [{ code: 'answer-missing' } as const]),
		...(present?.verdict ? [{ code: 'answer-judged', verdict: present.verdict } as const] : []),
		...(input.verdict === 'returned' && input.note === '' ? [{ code: 'answer-return-reason' } as const] : [])
	];
}

export interface InstitutionCount {
	complete: number;
	/** Questions that apply. */
	of: number;
	unanswered: number;
	/** Answered, and nobody has judged it yet. */
	waiting: number;
}

/** How far an institution is: what does not apply is left out of the sum. */
export function countAnswers(answers: readonly (GivenAnswer | undefined)[]): InstitutionCount {
	const standings = answers.map(institutionStanding);
	return {
		complete: standings.filter((one) => one === 'complete').length,
		of: standings.filter((one) => one !== 'not-applicable').length,
		unanswered: answers.filter((one) => one === undefined).length,
		waiting: answers.filter((one) => one?.verdict === null).length
	};
}
