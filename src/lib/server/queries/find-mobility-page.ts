import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { headsOfRecord } from './list-heads.ts';
import { listRecordEvidence, readableOf } from './list-record-evidence.ts';
import { listMobilityRecords } from './records/list-mobility-records.ts';

/** An activity of mobility and training with all that hangs on it. */
export async function findMobilityPage(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('mobility')
		.leftJoin('organisation', 'organisation.id', 'mobility.organisationId')
		.leftJoin('organisation as host', 'host.id', 'mobility.hostOrganisationId')
		.selectAll('mobility')
		.select(['organisation.acronym', 'host.acronym as host'])
		.where('mobility.projectId', '=', actor.projectId)
		.where('mobility.code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listMobilityRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'mobility:read', record.subject).ok) return undefined;
	const evidence = await listRecordEvidence(db, actor.projectId, 'mobility', [line.id]);
	return {
		line,
		subject: record.subject,
		heads: await headsOfRecord(db, actor.projectId, { type: 'mobility', id: line.id }),
		evidence: readableOf(actor, 'mobility', record.subject, evidence),
		isProven: evidence.some(({ withdrawnAt }) => withdrawnAt === null)
	};
}
