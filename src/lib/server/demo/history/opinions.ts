import { answerOpinion, opinion } from '#lib/server/demo/acts/opinions.ts';
import { step, type Step } from '#lib/server/demo/step.ts';

/** What the external evaluator thinks of what was opened to the evaluation: one opinion is answered, one is not. */
export const OPINIONS: Step[] = [
	step(
		'2025-05-12T10:00',
		'evaluator',
		opinion(
			'D4.1',
			'The criteria can be checked one by one, which is rare. I miss a word on how often they are looked at again.'
		)
	),
	step(
		'2025-05-15T09:30',
		'kz',
		answerOpinion(
			'D4.1',
			'Once a year, before the spring meeting. The next version will say so in chapter 2.'
		)
	),
	step(
		'2026-06-12T10:40',
		'evaluator',
		opinion('MS3', 'Nine answers are good evidence. Please add how those that differ were brought together.')
	)
];
