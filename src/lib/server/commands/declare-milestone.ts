import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { declareBlocks } from '#lib/domain/milestone-blocks.ts';
import { MILESTONE_LIFE_CYCLE } from '#lib/domain/milestones.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DeclareMilestone } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { insertSignature } from './insert-signature.ts';
import { moveItem } from './move-item.ts';

/** The coordinator countersigns a verified milestone and records its entry in the portal. */
export function declareMilestone(
	db: Db,
	actor: Actor,
	input: DeclareMilestone & { itemId: string; today: Day },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, claims } = await readMilestone(db, actor.projectId, input.itemId);
		const grant = assertCan(actor, 'milestone:declare', subject);
		assertNone(declareBlocks(facts, actor, input, input.portalOn, input.today));
		const claim = claims[0];
		if (!claim) return;

		await moveItem(db, item, MILESTONE_LIFE_CYCLE.declare.to, now);
		await db
			.updateTable('milestone')
			.set({ declaredOn: input.portalOn })
			.where('itemId', '=', item.id)
			.execute();
		await insertSignature(
			db,
			actor,
			{
				itemId: item.id,
				roundId: claim.id,
				versionId: null,
				meaning: 'countersigned',
				grant,
				statement: `I countersign the verification of ${item.code} and declare it achieved in the portal.`,
				covers: claim.covers,
				coversSha256: claim.coversSha256,
				authenticatedAt: input.authenticatedAt
			},
			now
		);
		await db
			.insertInto('portalEvent')
			.values({
				id: newId(),
				projectId: actor.projectId,
				itemId: item.id,
				kind: 'declared',
				happenedOn: input.portalOn,
				byName: input.byName,
				note: input.note,
				sha256: null,
				fileName: null,
				recordedBy: actor.personId,
				recordedAt: now.toISOString()
			})
			.execute();
		await recordAudit(db, actor, 'milestone:declare', auditedItem(item), now, {
			claim: claim.number,
			portalOn: input.portalOn,
			by: input.byName,
			covers: claim.coversSha256
		});
	});
}
