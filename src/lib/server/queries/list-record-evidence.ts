import type { Db } from '#db/schema.ts';
import { mayReadRecordEvidence, type RecordType } from '#lib/domain/records.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** Evidence that stands for some records of one kind, the oldest first; withdrawn evidence is marked. */
export function listRecordEvidence(
	db: Db,
	projectId: string,
	type: RecordType,
	recordIds: readonly string[]
) {
	if (recordIds.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('recordEvidence as use')
		.innerJoin('evidence', 'evidence.id', 'use.evidenceId')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.select(['use.id as useId', 'use.recordId', 'use.organisationId as linkerOrganisationId', 'use.usedAt'])
		.select(['evidence.id', 'evidence.kind', 'evidence.name', 'evidence.sha256', 'evidence.url'])
		.select(['evidence.level', 'evidence.organisationId', 'evidence.withdrawnAt', 'organisation.acronym'])
		.where('use.projectId', '=', projectId)
		.where('use.recordType', '=', type)
		.where('use.recordId', 'in', [...recordIds])
		.where('use.removedAt', 'is', null)
		.orderBy('use.usedAt')
		.orderBy('use.id')
		.execute();
}

export type RecordEvidenceRow = Awaited<ReturnType<typeof listRecordEvidence>>[number];

/** Those of them that this actor may read. */
export function readableOf<T extends RecordEvidenceRow>(
	actor: Actor,
	type: RecordType,
	subject: Subject,
	rows: readonly T[]
): T[] {
	return rows.filter(({ level, organisationId, linkerOrganisationId }) =>
		mayReadRecordEvidence(actor, type, subject, {
			level,
			organisationIds: [organisationId, linkerOrganisationId]
		})
	);
}
