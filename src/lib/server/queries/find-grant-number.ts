import type { Db } from '#db/schema.ts';

export async function findGrantNumber(db: Db, projectId: string): Promise<string | null> {
	const { grantNumber } = await db
		.selectFrom('project')
		.select('grantNumber')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	return grantNumber;
}
