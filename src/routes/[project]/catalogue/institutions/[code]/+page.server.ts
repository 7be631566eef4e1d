import { can } from '#lib/domain/can.ts';
import { AnswerInstitution, JudgeAnswer } from '#lib/schemas/catalogue/institutions.ts';
import { answerInstitution } from '#lib/server/commands/answer-institution.ts';
import { judgeInstitutionAnswer } from '#lib/server/commands/judge-institution-answer.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findInstitution } from '#lib/server/queries/find-institution-answer.ts';
import {
	answerTo,
	listInstitutionAnswers,
	listInstitutionQuestions
} from '#lib/server/queries/list-institutions.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';

export const load = page('catalogue:read', async ({ db, actor, project, param }) => {
	const organisation = await findInstitution(db, project.id, param('code'));
	if (!organisation) return undefined;
	const { id, ...shown } = organisation;
	const list = await listInstitutionQuestions(db, project.id);
	const answers = await listInstitutionAnswers(db, project.id, id);
	const mayAnswer = can(actor, 'institution:answer', { organisationIds: [id] }).ok;
	const mayJudge =
		actor.organisationId !== id && can(actor, 'institution:review', { countries: [shown.country] }).ok;
	return {
		organisation: shown,
		list,
		questions: (list?.questions ?? []).map((question) => ({
			...question,
			given: answerTo(question, answers) ?? null
		})),
		mayAnswer,
		mayJudge,
		linkable: mayAnswer ? await listLinkableEvidence(db, actor) : [],
		timeZone: project.timeZone
	};
});

export const actions = {
	answer: uploadAction('institution:answer', AnswerInstitution, async (request, input, files) => {
		const { db, actor, now, param, project } = request;
		await answerInstitution(db, actor, { ...input, organisationCode: param('code') }, files, now);
		return {
			to: `/${project.slug}/catalogue/institutions/${param('code')}#q-${input.checklistItemId}`,
			flash: 'institution-answered'
		};
	}),
	judge: action('institution:review', JudgeAnswer, async ({ db, actor, now, param, project }, input) => {
		await judgeInstitutionAnswer(db, actor, { ...input, organisationCode: param('code') }, now);
		return {
			to: `/${project.slug}/catalogue/institutions/${param('code')}#q-${input.checklistItemId}`,
			flash: 'institution-judged'
		};
	})
};
