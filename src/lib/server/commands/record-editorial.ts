import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestRound, latestVersion } from '#lib/domain/deliverables.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import { editorialBlocks } from '#lib/domain/review-guards.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { editorialStatement } from '#lib/domain/statements.ts';
import type { EditorialRevision } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findChecklist } from '#lib/server/queries/find-checklist.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { freezeVersion } from './freeze-version.ts';
import { insertRound, reviewCovers } from './insert-round.ts';
import { insertSignature } from './insert-signature.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

type Vouching = Omit<EditorialRevision, 'password'> & { authenticatedAt: string };

/**
 * The QA lead vouches, by signature and for exactly these files, that a revision for the funder is editorial only. It
 * stands in for the full review: a round of its own with a quorum of one.
 */
export function recordEditorial(db: Db, actor: Actor, input: Vouching, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		const grant = assertCan(actor, 'deliverable:set-editorial', subject);
		const { plan } = await findQualityPlan(db, actor.projectId);
		const checklist = await findChecklist(db, actor.projectId);
		const version = latestVersion(facts);
		assertNone(editorialBlocks(facts, candidateOf(actor), plan, checklist !== undefined));
		if (!version || !checklist) return;
		if (version.id !== input.versionId) throw new Conflict({ version: String(version.number) });

		await freezeVersion(db, version, now);
		const number = (latestRound(facts)?.number ?? 0) + 1;
		const alone = { itemId: item.id, number, quorum: 1, abroad: 0, note: input.reason, dueOn: null };
		const covers = reviewCovers(version, checklist);
		const round = await insertRound(db, actor, alone, { version, checklist, covers }, now);
		await insertSignature(
			db,
			actor,
			{
				itemId: item.id,
				roundId: round.id,
				versionId: version.id,
				meaning: 'reviewed',
				grant,
				statement: editorialStatement(item.code, version.number),
				covers: round.covers,
				coversSha256: round.coversSha256,
				authenticatedAt: input.authenticatedAt
			},
			now
		);
		await db
			.updateTable('reviewRound')
			.set({ closedAt: now.toISOString(), outcome: 'quorum', outcomeReason: input.reason })
			.where('id', '=', round.id)
			.execute();
		await db.updateTable('deliverable').set({ editorialOnly: 1 }).where('itemId', '=', item.id).execute();
		await moveItem(db, item, DELIVERABLE_LIFE['record-editorial'].to, now);
		const details = { version: version.number, reason: input.reason };
		await recordAudit(db, actor, 'deliverable:set-editorial', auditedItem(item), now, details);
	});
}
