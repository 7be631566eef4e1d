import type { Db } from '#db/schema.ts';
import type { EvidenceUseFacts } from '#lib/domain/evidence-access.ts';
import { listPaperFacts } from './list-paper-facts.ts';
import { listItemSubjects } from './list-item-subjects.ts';
import { joined, parted } from './records/joined.ts';
import { listRecordUses, type RecordUse } from './list-record-uses.ts';

/**
 * What decides who may read some pieces of evidence: the items they prove something about, by evidence. Who has read the
 * uses for other records gives them along.
 */
export async function listEvidenceUseFacts(
	db: Db,
	projectId: string,
	evidenceIds: readonly string[],
	knownRecords?: readonly RecordUse[]
): Promise<Map<string, EvidenceUseFacts[]>> {
	if (evidenceIds.length === 0) return new Map();
	const uses = await db
		.selectFrom('evidenceUse')
		.leftJoin('itemVersion', 'itemVersion.id', 'evidenceUse.versionId')
		.select(['evidenceUse.evidenceId', 'evidenceUse.itemId', 'purpose', 'number', 'frozenAt'])
		.select('evidenceUse.organisationId as linkerOrganisationId')
		.select((eb) =>
			eb
				.selectFrom('itemVersion as later')
				.select((later) => later.fn.max('later.number').as('number'))
				.whereRef('later.itemId', '=', 'evidenceUse.itemId')
				.where('later.frozenAt', 'is not', null)
				.as('lastFrozen')
		)
		.select((eb) =>
			eb
				.selectFrom('itemAccess')
				.whereRef('itemAccess.itemId', '=', 'evidenceUse.itemId')
				.select(joined('item_access.organisation_id').as('ids'))
				.as('access')
		)
		.where('evidenceId', 'in', evidenceIds)
		.where('evidenceUse.projectId', '=', projectId)
		.where('removedAt', 'is', null)
		.orderBy('evidenceUse.id')
		.execute();
	const itemIds = [...new Set(uses.map((use) => use.itemId))];
	const subjects = await listItemSubjects(db, projectId, itemIds);
	const factsOf = (own: typeof uses) =>
		subjects
			.filter(({ itemId }) => own.some((use) => use.itemId === itemId))
			.map((subject) => ({
				kind: subject.kind,
				subject,
				accessOrganisationIds: parted(own.find((use) => use.itemId === subject.itemId)?.access ?? null),
				linkerOrganisationIds: own.flatMap(({ itemId, linkerOrganisationId }) =>
					itemId === subject.itemId && linkerOrganisationId !== null ? [linkerOrganisationId] : []
				),
				isPublished: own.some(
					(use) =>
						use.itemId === subject.itemId &&
						(use.purpose === 'means' || (use.frozenAt !== null && use.number === use.lastFrozen))
				)
			}));
	const answers = Map.groupBy(await listAnswers(db, projectId, evidenceIds), (one) => one.evidenceId);
	const byEvidence = Map.groupBy(uses, ({ evidenceId }) => evidenceId);
	const papers = await listPaperFacts(db, projectId, evidenceIds);
	const recordUses = knownRecords ?? (await listRecordUses(db, projectId, evidenceIds));
	const records = Map.groupBy(recordUses, (one) => one.evidenceId);
	const used = evidenceIds.filter((id) =>
		[byEvidence, answers, papers, records].some((uses) => uses.has(id))
	);
	return new Map(
		used.map((id) => [
			id,
			[
				...factsOf(byEvidence.get(id) ?? []),
				...(answers.get(id) ?? []).map(answerFacts),
				...(papers.get(id) ?? []),
				...(records.get(id) ?? []).map(({ facts }) => facts)
			]
		])
	);
}

/** Answers on the readiness of an institution that the evidence stands for. */
async function listAnswers(db: Db, projectId: string, evidenceIds: readonly string[]) {
	return db
		.selectFrom('institutionAnswer')
		.innerJoin('organisation', 'organisation.id', 'institutionAnswer.organisationId')
		.select(['institutionAnswer.evidenceId', 'organisation.id as organisationId', 'organisation.country'])
		.where('institutionAnswer.projectId', '=', projectId)
		.where('institutionAnswer.evidenceId', 'in', evidenceIds)
		.where('institutionAnswer.untilAt', 'is', null)
		.orderBy('institutionAnswer.id')
		.execute();
}

function answerFacts({ organisationId, country }: { organisationId: string; country: string }) {
	return {
		kind: 'institution' as const,
		subject: { organisationIds: [organisationId], countries: [country] },
		accessOrganisationIds: [],
		linkerOrganisationIds: [],
		isPublished: false
	};
}
