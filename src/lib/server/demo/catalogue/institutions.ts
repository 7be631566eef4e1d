import type { InstitutionAnswer } from '#lib/domain/catalogue/institutions.ts';
import { answerInstitution } from '#lib/server/commands/answer-institution.ts';
import { judgeInstitutionAnswer } from '#lib/server/commands/judge-institution-answer.ts';
import { step, type Act, type Step } from '#lib/server/demo/step.ts';
import { listInstitutionQuestions } from '#lib/server/queries/list-institutions.ts';

const ANSWERS = {
	y: { answer: 'yes', note: '', url: 'https://documents.example/policy' },
	u: { answer: 'yes', note: 'Decided; the document is being signed.', url: '' },
	p: { answer: 'partly', note: 'Done in one faculty so far.', url: '' },
	n: { answer: 'no', note: 'Not begun; help from a partner that has it is welcome.', url: '' },
	x: { answer: 'not-applicable', note: 'Decided by the ministry for all universities.', url: '' }
} as const satisfies Record<string, { answer: InstitutionAnswer; note: string; url: string }>;

type Letter = keyof typeof ANSWERS;

function isLetter(letter: string): letter is Letter {
	return Object.hasOwn(ANSWERS, letter);
}

/** One letter for each question in its order; a dot leaves it unanswered. */
const answers =
	(organisationCode: string, letters: string): Act =>
	async ({ db, actor, now }) => {
		const list = await listInstitutionQuestions(db, actor.projectId);
		for (const [index, { id }] of (list?.questions ?? []).entries()) {
			const letter = letters[index] ?? '.';
			if (!isLetter(letter)) continue;
			const given = { organisationCode, checklistItemId: id, version: 0, evidenceId: '', ...ANSWERS[letter] };
			await answerInstitution(db, actor, given, [], now);
		}
	};

/** `a` accepts, `r` returns, a dot leaves the answer waiting. */
const judge =
	(organisationCode: string, letters: string): Act =>
	async ({ db, actor, now }) => {
		const list = await listInstitutionQuestions(db, actor.projectId);
		for (const [index, { id }] of (list?.questions ?? []).entries()) {
			const letter = letters[index];
			if (letter !== 'a' && letter !== 'r') continue;
			const verdict = letter === 'a' ? ('accepted' as const) : ('returned' as const);
			const note = letter === 'a' ? '' : 'The document speaks of degrees only: add micro-credentials.';
			const input = { organisationCode, checklistItemId: id, version: 1, verdict, note };
			await judgeInstitutionAnswer(db, actor, input, now);
		}
	};

export const INSTITUTION_STEPS: readonly Step[] = [
	step('2026-03-02T09:00', 'kz', answers('kaznu', 'yyyyypyuyyyypnp')),
	step('2026-03-09T09:00', 'partner.koksu', answers('koksu', 'ypnyp.uxp.nyp..')),
	step('2026-03-11T09:00', 'colleague.ayu', answers('ayu', 'yyuyppnxypnyuyp')),
	step('2026-03-12T09:00', 'uz', answers('fpi', 'pynyypuxyyppnnp')),
	step('2026-03-16T09:00', 'colleague.tiiame', answers('tiiame', 'yyyyyypxyyyyypy')),
	step('2026-03-18T09:00', 'partner.bsu', answers('bsu', 'np.yp..xpn.y..n')),
	step('2026-03-23T09:00', 'kz', judge('koksu', 'ra.a...........')),
	step('2026-03-23T10:00', 'kz', judge('ayu', 'aa.a...aa.....')),
	step('2026-03-24T09:00', 'coordinator', judge('kaznu', 'aaaaa.a.aaaa..')),
	step('2026-03-25T09:00', 'uz', judge('tiiame', 'aaaaaa.aaaaaa.'))
];
