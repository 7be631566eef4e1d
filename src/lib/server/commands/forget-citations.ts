import type { Db } from '#db/schema.ts';

/** Somebody changed these fields of a record (or all of it): where the former values came from no longer holds. */
export async function forgetCitations(
	db: Db,
	projectId: string,
	recordType: string,
	recordId: string,
	fields?: readonly string[]
): Promise<void> {
	await db
		.deleteFrom('citation')
		.where('projectId', '=', projectId)
		.where('recordType', '=', recordType)
		.where('recordId', '=', recordId)
		.$if(fields !== undefined, (query) => query.where('field', 'in', fields ?? []))
		.execute();
}
