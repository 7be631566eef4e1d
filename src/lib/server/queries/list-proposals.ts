import type { Db } from '#db/schema.ts';
import * as v from 'valibot';

const Proposal = v.object({ personId: v.string(), person: v.string(), organisation: v.string() });

/** Reviewers whom the coordinator proposed, as the audit trail tells it, and who are not assigned yet. */
export async function listProposals(db: Db, projectId: string, itemId: string) {
	const events = await db
		.selectFrom('auditEvent')
		.select(['at', 'actorName', 'details'])
		.where('chain', '=', projectId)
		.where('act', '=', 'reviewer:propose')
		.where('outcome', '=', 'done')
		.where('recordId', '=', itemId)
		.orderBy('sequence', 'desc')
		.limit(20)
		.execute();
	return events.flatMap(({ at, actorName, details }) => {
		const parsed = v.safeParse(Proposal, JSON.parse(details));
		return parsed.success ? [{ at, by: actorName, ...parsed.output }] : [];
	});
}
