import type { Db } from '#db/schema.ts';
import { NO_INSTITUTIONS } from '#lib/domain/organisations.ts';

/** An organisation of the project that could award micro-credentials. */
export function findInstitution(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country'])
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.where('role', 'not in', NO_INSTITUTIONS)
		.executeTakeFirst();
}

/** A question of a readiness checklist of the organisation's own project, and the answer that stands. */
export async function findInstitutionAnswer(db: Db, organisationId: string, checklistItemId: string) {
	const question = await db
		.selectFrom('checklistItem')
		.innerJoin('checklistVersion', 'checklistVersion.id', 'checklistItem.checklistVersionId')
		.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.innerJoin('organisation', 'organisation.projectId', 'checklist.projectId')
		.select(['checklistItem.id', 'checklistItem.text'])
		.where('checklistItem.id', '=', checklistItemId)
		.where('checklist.appliesTo', '=', 'institution')
		.where('organisation.id', '=', organisationId)
		.executeTakeFirst();
	if (!question) return undefined;
	const present = await db
		.selectFrom('institutionAnswer')
		.select(['version', 'answer', 'note', 'evidenceId', 'verdict', 'answeredBy'])
		.where('organisationId', '=', organisationId)
		.where('checklistItemId', '=', checklistItemId)
		.where('untilAt', 'is', null)
		.executeTakeFirst();
	return { question, present };
}
