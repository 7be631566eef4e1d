import type { Db } from '#db/schema.ts';

/** The coordinator's zone, in which the project's days begin and end. */
export async function findTimeZone(db: Db, projectId: string): Promise<string> {
	const { timeZone } = await db
		.selectFrom('project')
		.select('timeZone')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	return timeZone;
}
