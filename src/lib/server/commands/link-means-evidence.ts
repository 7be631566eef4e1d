import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { milestoneStateBlocks } from '#lib/domain/milestone-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { LinkEvidence } from '#lib/schemas/milestones.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { moveItem } from './move-item.ts';

type Input = Omit<LinkEvidence, 'evidenceId'> & { itemId: string };

/** Shows evidence of the project for a means; one file may prove several things. */
export function linkMeansEvidence(db: Db, actor: Actor, input: Input & { evidenceId: string }, now: Date) {
	const { evidenceId } = input;
	const readable = async (db: Db) => {
		const evidence = await findLinkableEvidence(db, actor, evidenceId);
		if (!evidence) throw new NotFound();
		return [evidence.id];
	};
	return linkNewMeansEvidence(db, actor, input, readable, now);
}

/** The same with evidence that comes into being in the same transaction: an upload, an address. */
export function linkNewMeansEvidence(
	db: Db,
	actor: Actor,
	input: Input,
	evidenceOf: (db: Db) => Promise<readonly string[]>,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, facts, means } = await readMilestone(db, actor.projectId, input.itemId);
		assertCan(actor, 'milestone:evidence', subject);
		const target = means.find(({ id }) => id === input.meansId);
		if (!target) throw new NotFound();
		assertNone(milestoneStateBlocks(facts, 'link-evidence'));

		const evidence = await findEvidence(db, actor.projectId, await evidenceOf(db));
		const linked = new Set(target.evidence.map(({ evidenceId }) => evidenceId));
		assertNone([
			...evidence
				.filter(({ withdrawnAt }) => withdrawnAt !== null)
				.map(({ name }) => ({ code: 'evidence-withdrawn', name }) as const),
			...evidence
				.filter(({ id }) => linked.has(id))
				.map(({ name }) => ({ code: 'evidence-already-linked', name }) as const)
		]);

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
			linked: evidence.map(({ name, sha256, url }) => ({ name, sha256, url }))
		});
	});
}

async function findEvidence(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('evidence')
		.select(['id', 'name', 'sha256', 'url', 'withdrawnAt'])
		.where('projectId', '=', projectId)
		.where('id', 'in', [...ids])
		.orderBy('addedAt')
		.orderBy('id')
		.execute();
	if (rows.length === 0) throw new NotFound();
	return rows;
}
