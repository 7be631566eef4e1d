import type { Db } from '#db/schema.ts';
import { countAnswers, institutionStanding, type GivenAnswer } from '#lib/domain/catalogue/institutions.ts';
import { NO_INSTITUTIONS } from '#lib/domain/organisations.ts';

/** The questions in force: the newest version of the project's readiness checklist. */
export async function listInstitutionQuestions(db: Db, projectId: string) {
	const version = await db
		.selectFrom('checklistVersion')
		.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.select(['checklistVersion.id', 'checklistVersion.number', 'checklistVersion.origin'])
		.select(['checklist.code', 'checklist.title'])
		.where('checklist.projectId', '=', projectId)
		.where('checklist.appliesTo', '=', 'institution')
		.orderBy('checklistVersion.publishedAt', 'desc')
		.orderBy('checklistVersion.number', 'desc')
		.orderBy('checklist.code')
		.limit(1)
		.executeTakeFirst();
	if (!version) return undefined;
	const questions = await db
		.selectFrom('checklistItem')
		.select(['id', 'position', 'section', 'text', 'help', 'mandatory'])
		.where('checklistVersionId', '=', version.id)
		.orderBy('position')
		.execute();
	return { ...version, questions };
}

export interface StoredAnswer extends GivenAnswer {
	organisationId: string;
	checklistItemId: string;
	/** The words of the question that was answered. */
	question: string;
	version: number;
	answeredAt: string;
	answeredBy: string;
	evidence: string | null;
	withdrawnAt: string | null;
	verdictNote: string | null;
	reviewedBy: string | null;
	reviewedAt: string | null;
}

/** Every standing answer, of one institution or of all, the newest last. Evidence that was withdrawn counts no more. */
export async function listInstitutionAnswers(
	db: Db,
	projectId: string,
	organisationId?: string
): Promise<StoredAnswer[]> {
	let query = db
		.selectFrom('institutionAnswer as given')
		.innerJoin('checklistItem', 'checklistItem.id', 'given.checklistItemId')
		.innerJoin('person as answerer', 'answerer.id', 'given.answeredBy')
		.leftJoin('person as reviewer', 'reviewer.id', 'given.reviewedBy')
		.leftJoin('evidence', 'evidence.id', 'given.evidenceId')
		.select([
			'given.organisationId',
			'given.checklistItemId',
			'checklistItem.text as question',
			'given.version',
			'given.answer',
			'given.note',
			'given.evidenceId',
			'given.verdict',
			'given.verdictNote',
			'given.answeredAt',
			'given.reviewedAt',
			'answerer.name as answeredBy',
			'reviewer.name as reviewedBy',
			'evidence.name as evidence',
			'evidence.withdrawnAt'
		])
		.where('given.projectId', '=', projectId)
		.where('given.untilAt', 'is', null)
		.orderBy('given.answeredAt')
		.orderBy('given.id');
	if (organisationId !== undefined) query = query.where('given.organisationId', '=', organisationId);
	const rows = await query.execute();
	return rows.map((row) => (row.withdrawnAt === null ? row : { ...row, evidenceId: null }));
}

/**
 * The answer to a question: its own, or the newest one to a question of a former version in the same words, so that
 * publishing a new version makes nobody answer twice.
 */
export function answerTo<Answer extends { checklistItemId: string; question: string }>(
	question: { id: string; text: string },
	answers: readonly Answer[]
): Answer | undefined {
	return (
		answers.find(({ checklistItemId }) => checklistItemId === question.id) ??
		answers.findLast((one) => one.question === question.text)
	);
}

/** Institutions against questions, for those of a country or for all. Four queries. */
export async function findInstitutionMatrix(db: Db, projectId: string, country: string | null) {
	const list = await listInstitutionQuestions(db, projectId);
	let query = db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country'])
		.where('projectId', '=', projectId)
		.where('role', 'not in', NO_INSTITUTIONS)
		.orderBy('country')
		.orderBy('position');
	if (country !== null) query = query.where('country', '=', country);
	const organisations = await query.execute();
	const byOrganisation = Map.groupBy(
		list ? await listInstitutionAnswers(db, projectId) : [],
		({ organisationId }) => organisationId
	);
	const questions = list?.questions ?? [];
	return {
		list,
		rows: organisations.map(({ id, ...organisation }) => {
			const answers = questions.map((question) => answerTo(question, byOrganisation.get(id) ?? []));
			return {
				...organisation,
				cells: answers.map((one) => ({
					standing: institutionStanding(one),
					answered: one !== undefined,
					verdict: one?.verdict ?? null
				})),
				count: countAnswers(answers)
			};
		})
	};
}
