import type { Db } from '#db/schema.ts';
import { countOnce, headValue, type CountedRecord } from '#lib/domain/outreach/heads.ts';

/**
 * What was said of how many came, of all records of one kind, or of the public ones: heads of one attendance list count
 * once among them. Withdrawn lists prove nothing any more, but what was counted from them stays the same number.
 */
export async function listHeads(db: Db, projectId: string, type: CountedRecord, seesAll = true) {
	const rows = await db
		.selectFrom('headCount')
		.leftJoin('outreach', 'outreach.id', 'headCount.recordId')
		.leftJoin('mobility', 'mobility.id', 'headCount.recordId')
		.leftJoin('organisation', 'organisation.id', 'headCount.organisationId')
		.leftJoin('evidence', 'evidence.id', 'headCount.listId')
		.select(['headCount.id', 'headCount.recordId', 'headCount.role', 'headCount.kind', 'headCount.version'])
		.select(['headCount.organisationId', 'headCount.groupName', 'headCount.valueState', 'headCount.heads'])
		.select(['headCount.women', 'headCount.reason', 'headCount.listId', 'headCount.origin'])
		.select(['organisation.acronym', 'organisation.country as from'])
		.select(['evidence.name as listName', 'evidence.sha256', 'evidence.withdrawnAt as listWithdrawnAt'])
		.select(['outreach.code as outreachCode', 'outreach.startsOn as outreachDay'])
		.select(['mobility.code as mobilityCode', 'mobility.startsOn as mobilityDay'])
		.where('headCount.projectId', '=', projectId)
		.where('headCount.recordType', '=', type)
		.where((eb) => eb.or([eb('outreach.state', '=', 'done'), eb('mobility.state', '=', 'done')]))
		.$if(!seesAll, (query) => query.where('outreach.level', '=', 'PU'))
		.orderBy('headCount.recordId')
		.orderBy('headCount.role')
		.orderBy('headCount.kind')
		.orderBy('headCount.id')
		.execute();
	return countOnce(
		rows.map(({ sha256, outreachCode, outreachDay, mobilityCode, mobilityDay, ...row }) => ({
			...row,
			code: outreachCode ?? mobilityCode ?? '',
			day: outreachDay ?? mobilityDay,
			value: headValue(row),
			list: sha256 ?? row.listId
		}))
	);
}

/** Those of one record, counted among all of its kind. */
export async function headsOfRecord(
	db: Db,
	projectId: string,
	{ type, id }: { type: CountedRecord; id: string },
	seesAll = true
) {
	return (await listHeads(db, projectId, type, seesAll)).filter((line) => line.recordId === id);
}
