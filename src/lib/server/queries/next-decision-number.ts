import type { Db } from '#db/schema.ts';

/** The number after the last decision of a project; the project is locked while it is used. */
export async function nextDecisionNumber(db: Db, projectId: string): Promise<number> {
	const { last } = await db
		.selectFrom('decision')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('projectId', '=', projectId)
		.executeTakeFirstOrThrow();
	return Number(last ?? 0) + 1;
}
