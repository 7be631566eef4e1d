import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listRecordEvidence, readableOf } from './list-record-evidence.ts';
import { headsOfRecord } from './list-heads.ts';
import { listOutreachRecords } from './records/list-outreach-records.ts';

/** A line of the log with all that hangs on it. */
export async function findOutreachPage(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('outreach')
		.leftJoin('person as looker', 'looker.id', 'outreach.visibilityBy')
		.leftJoin('organisation', 'organisation.id', 'outreach.organisationId')
		.selectAll('outreach')
		.select(['looker.name as visibilityByName', 'organisation.acronym'])
		.where('outreach.projectId', '=', actor.projectId)
		.where('outreach.code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listOutreachRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'outreach:read', record.subject).ok) return undefined;
	const evidence = await listRecordEvidence(db, actor.projectId, 'outreach', [line.id]);
	const checks = await db
		.selectFrom('linkCheck')
		.select(['id', 'url', 'checkedAt', 'result', 'status', 'sha256', 'size', 'note'])
		.where('outreachId', '=', line.id)
		.orderBy('checkedAt', 'desc')
		.orderBy('id')
		.limit(12)
		.execute();
	return {
		line,
		subject: record.subject,
		heads: await headsOfRecord(
			db,
			actor.projectId,
			{ type: 'outreach', id: line.id },
			mayAlways(actor, 'outreach:read')
		),
		evidence: readableOf(actor, 'outreach', record.subject, evidence),
		isProven: evidence.some(({ withdrawnAt }) => withdrawnAt === null),
		checks
	};
}
