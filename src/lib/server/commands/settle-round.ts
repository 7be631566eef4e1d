import type { Db } from '#db/schema.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { quorumBlocks } from '#lib/domain/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveReviewed } from './move-reviewed.ts';
import { findReviewed } from './reviewed.ts';

/** Closes the open round when its quorum is reached and no blocking comment is open, in the transaction that made it so. */
export async function settleRound(db: Db, actor: Actor, itemId: string, now: Date): Promise<boolean> {
	const found = await findReviewed(db, actor.projectId, itemId, now);
	const round = found && openRound(found.facts);
	if (!round || found.signBlocks.length > 0 || quorumBlocks(found.facts, round).length > 0) return false;
	await db
		.updateTable('reviewRound')
		.set({ closedAt: now.toISOString(), outcome: 'quorum' })
		.where('id', '=', round.id)
		.execute();
	await moveReviewed(db, actor, found, 'quorum', '', now);
	const details = { round: round.number, coversSha256: round.coversSha256 };
	await recordAudit(db, actor, `${found.kind}:reach-quorum`, auditedItem(found.item), now, details);
	return true;
}
