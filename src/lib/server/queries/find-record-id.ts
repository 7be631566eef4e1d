import type { Db } from '#db/schema.ts';
import type { CountedRecord } from '#lib/domain/outreach/heads.ts';

/** The id of a line of the log or of an activity by its code. */
export async function findRecordId(db: Db, projectId: string, type: CountedRecord, code: string) {
	const row = await db
		.selectFrom(type)
		.select('id')
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	return row?.id;
}
