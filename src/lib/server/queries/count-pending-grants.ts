import type { Db } from '#db/schema.ts';

/** Roles proposed that nobody confirmed or turned down yet. */
export async function countPendingGrants(db: Db, projectId: string): Promise<number> {
	const { count } = await db
		.selectFrom('roleGrant')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('projectId', '=', projectId)
		.where('confirmedAt', 'is', null)
		.where('revokedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}
