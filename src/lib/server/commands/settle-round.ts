import type { Db } from '#db/schema.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { quorumBlocks } from '#lib/domain/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findDeliverableFacts } from '#lib/server/queries/find-deliverable-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';

/** Closes the open round when its quorum is reached and no blocking comment is open, in the transaction that made it so. */
export async function settleRound(db: Db, actor: Actor, itemId: string, now: Date): Promise<boolean> {
	const found = await findDeliverableFacts(db, actor.projectId, { id: itemId });
	const round = found && openRound(found.facts);
	if (!round || quorumBlocks(found.facts, round).length > 0) return false;
	await db
		.updateTable('reviewRound')
		.set({ closedAt: now.toISOString(), outcome: 'quorum' })
		.where('id', '=', round.id)
		.execute();
	await moveItem(db, found.item, DELIVERABLE_LIFE['reach-quorum'].to, now);
	const details = { round: round.number, coversSha256: round.coversSha256 };
	await recordAudit(db, actor, 'deliverable:reach-quorum', auditedItem(found.item), now, details);
	return true;
}
