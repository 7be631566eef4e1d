import type { Db } from '#db/schema.ts';

const VOTING = ['coordinator', 'national-coordinator', 'partner'] as const;

/** Organisations of the consortium, each with one vote; ministries and outsiders have none. */
export async function countVotingMembers(db: Db, projectId: string): Promise<number> {
	const { count } = await db
		.selectFrom('organisation')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('projectId', '=', projectId)
		.where('role', 'in', VOTING)
		.where('status', '<>', 'associated')
		.executeTakeFirstOrThrow();
	return Number(count);
}
