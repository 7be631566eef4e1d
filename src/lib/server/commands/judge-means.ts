import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { judgeBlocks } from '#lib/domain/milestone-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { JudgeMeans } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

/** A verifier's verdict on one means; it may be changed until the verifier signs. */
export function judgeMeans(
	db: Db,
	actor: Actor,
	input: JudgeMeans & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, means } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:verify', subject);
		const target = means.find(({ id }) => id === input.meansId);
		if (!target) throw new NotFound();
		assertNone(judgeBlocks(facts, candidateOf(actor), input.claimId));

		await moveItem(db, item, item.state, now);
		const verdict = { verdict: input.verdict, note: input.note, judgedAt: now.toISOString() };
		await db
			.insertInto('judgement')
			.values({ roundId: input.claimId, meansId: target.id, personId: actor.personId, ...verdict })
			.onConflict((conflict) => conflict.columns(['roundId', 'meansId', 'personId']).doUpdateSet(verdict))
			.execute();
		await recordAudit(db, actor, 'milestone:judge', auditedItem(item), now, {
			means: target.position,
			verdict: input.verdict,
			note: input.note
		});
	});
}
