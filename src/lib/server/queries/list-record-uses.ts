import type { Db } from '#db/schema.ts';
import type { EvidenceUseFacts } from '#lib/domain/evidence-access.ts';
import { RECORD_TYPES, type RecordType } from '#lib/domain/records.ts';
import { listRecords, type EvidencedRecord } from './list-records.ts';

/** Records beside items that pieces of evidence stand for. One query where there are none. */
export async function listRecordUses(db: Db, projectId: string, evidenceIds: readonly string[]) {
	if (evidenceIds.length === 0) return [];
	const uses = await db
		.selectFrom('recordEvidence as use')
		.innerJoin('person', 'person.id', 'use.usedBy')
		.select(['use.id', 'use.evidenceId', 'use.recordType', 'use.recordId', 'use.organisationId'])
		.select(['use.usedAt', 'person.name as usedBy'])
		.where('use.projectId', '=', projectId)
		.where('use.evidenceId', 'in', [...evidenceIds])
		.where('use.removedAt', 'is', null)
		.orderBy('use.usedAt')
		.orderBy('use.id')
		.execute();
	const records: (EvidencedRecord & { type: RecordType })[] = [];
	for (const type of RECORD_TYPES)
		for (const record of await listRecords(db, projectId, type, idsOf(uses, type)))
			records.push({ type, ...record });
	return uses.flatMap((use) => {
		const record = records.find(({ type, id }) => type === use.recordType && id === use.recordId);
		if (!record) return [];
		const facts: EvidenceUseFacts = {
			kind: use.recordType,
			subject: record.subject,
			accessOrganisationIds: [],
			linkerOrganisationIds: [use.organisationId],
			isPublished: true
		};
		return [{ ...use, label: record.label, title: record.title, path: record.path, facts }];
	});
}

export type RecordUse = Awaited<ReturnType<typeof listRecordUses>>[number];

const idsOf = (uses: readonly { recordType: RecordType; recordId: string }[], type: RecordType) =>
	uses.filter(({ recordType }) => recordType === type).map(({ recordId }) => recordId);
