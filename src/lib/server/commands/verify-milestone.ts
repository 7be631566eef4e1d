import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import type { Day } from '#lib/domain/days.ts';
import { isVerifiedByOneMore, verifyBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { VerifyMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { sha256 } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { closeClaim } from './close-claim.ts';
import { insertSignature } from './insert-signature.ts';
import { moveItem } from './move-item.ts';

/** A verifier signs that every means is proven; the last signature the claim needs makes the milestone verified. */
export function verifyMilestone(
	db: Db,
	actor: Actor,
	input: VerifyMilestone & { itemId: string; today: Day },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, claims } = await readMilestone(db, actor.projectId, input.itemId);
		const grant = assertCan(actor, 'milestone:verify', subject);
		assertNone(verifyBlocks(facts, candidateOf(actor), input));
		const claim = claims[0];
		if (!claim) return;

		const complete = isVerifiedByOneMore(facts);
		await moveItem(db, item, complete ? MILESTONE_LIFE_CYCLE.verify.to : item.state, now);
		await insertSignature(
			db,
			actor,
			{
				itemId: item.id,
				roundId: claim.id,
				versionId: null,
				meaning: 'verified',
				grant,
				statement: `I looked at the evidence of every means of verification of ${item.code} and find it sufficient.`,
				covers: claim.covers,
				coversSha256: claim.coversSha256,
				authenticatedAt: input.authenticatedAt
			},
			now
		);
		if (complete) {
			await db
				.updateTable('milestone')
				.set({ verifiedOn: input.today })
				.where('itemId', '=', item.id)
				.execute();
			await closeClaim(db, actor, { id: claim.id, itemId: item.id }, 'verified', null, now);
		}
		await recordAudit(db, actor, 'milestone:verify', auditedItem(item), now, {
			claim: claim.number,
			covers: sha256(claim.covers),
			signature: claim.verifiers.length + 1,
			needed: claim.quorum
		});
	});
}
