import type { Db } from '#db/schema.ts';
import { isMember, type Member } from '#lib/domain/meetings/quorum.ts';

/** Organisations as the quorum asks of them. */
export function listMemberFacts(db: Db, projectId: string): Promise<Member[]> {
	return db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'role', 'status'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('id')
		.execute();
}

/** How many organisations have a vote. */
export async function countVotingMembers(db: Db, projectId: string): Promise<number> {
	return (await listMemberFacts(db, projectId)).filter(isMember).length;
}
