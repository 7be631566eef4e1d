import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { LinkEvidence } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import type { EvidenceOf } from './evidence-of.ts';
import { moveItem } from './move-item.ts';
import { auditedEvidence, takeEvidence } from './take-evidence.ts';

type Input = Omit<LinkEvidence, 'evidenceId'> & { itemId: string };

/** Shows evidence for a means: files and an address that come into being with it, or what the project has already. */
export function linkMeansEvidence(
	db: Db,
	actor: Actor,
	input: Input,
	evidenceOf: EvidenceOf,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, means } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:evidence', subject);
		const target = means.find(({ id }) => id === input.meansId);
		if (!target) throw new NotFound();
		assertNone(milestoneStateBlocks(facts, 'link-evidence'));

		const linked = new Set(target.evidence.map(({ evidenceId }) => evidenceId));
		const ids = await evidenceOf(db);
		const evidence = await takeEvidence(db, actor.projectId, ids, (id) => linked.has(id));

		await moveItem(db, item, item.state, now);
		await db
			.insertInto('evidenceUse')
			.values(
				evidence.map(({ id }) => ({
					id: newId(),
					projectId: actor.projectId,
					evidenceId: id,
					itemId: item.id,
					purpose: 'means' as const,
					versionId: null,
					meansId: target.id,
					usedBy: actor.personId,
					organisationId: actor.organisationId,
					usedAt: now.toISOString(),
					removedAt: null
				}))
			)
			.execute();
		await recordAudit(db, actor, 'milestone:evidence', auditedItem(item), now, {
			means: target.position,
			linked: auditedEvidence(evidence)
		});
	});
}
