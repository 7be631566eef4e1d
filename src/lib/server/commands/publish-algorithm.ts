import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { nextStep, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { algorithmBlocks } from '#lib/domain/catalogue/algorithm-blocks.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PublishAlgorithm } from '#lib/schemas/catalogue/algorithm-form.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findAlgorithmUse } from '#lib/server/queries/find-algorithm-use.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { linkDecision } from './link-decision.ts';
import { lockProject } from './lock-project.ts';
import { settleEntry } from './move-entry.ts';
import { refreshOverlaps } from './refresh-overlaps.ts';
import { refreshGaps } from './refresh-gaps.ts';

/**
 * Makes a new version of the implementation algorithm. No entry changes its state by that, except that a system step
 * which now blocks nobody is taken; gaps follow, since hours per credit and languages belong to the algorithm.
 */
export function publishAlgorithm(db: Db, actor: Actor, input: PublishAlgorithm, now: Date): Promise<number> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const current = await findAlgorithm(db, actor.projectId);
		const keeper = await findWorkPackageFacts(db, actor.projectId, {
			number: current.algorithm.workPackage
		});
		assertCan(actor, 'algorithm:publish', { workPackageIds: keeper ? [keeper.workPackage.id] : [] });
		if (current.number !== input.basedOn) throw new Conflict({ version: `Version ${current.number}` });
		const use = await findAlgorithmUse(db, actor.projectId, await findToday(db, actor.projectId, now));
		assertNone(algorithmBlocks(input.algorithm, use));

		const number = current.number + 1;
		const id = newId();
		const settings = JSON.stringify(input.algorithm);
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('algorithmVersion')
			.values({
				id,
				projectId: actor.projectId,
				number,
				settings,
				note: input.note,
				publishedBy: actor.personId,
				publishedAt: now.toISOString(),
				origin: 'entered'
			})
			.onConflict((conflict) => conflict.columns(['projectId', 'number']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw new Conflict({ version: `Version ${number}` });
		const label = `Implementation algorithm ${number}`;
		const effect = { kind: 'algorithm', recordId: id, itemId: null, label } as const;
		await linkDecision(db, actor, input.note, effect, now);
		const record = { type: 'algorithm', id, label };
		const details = { note: input.note, sha256: sha256(settings) };
		await recordAudit(db, actor, 'algorithm:publish', record, now, details);
		if (current.algorithm.overlapPercent !== input.algorithm.overlapPercent)
			await refreshOverlaps(db, actor.projectId, 'all', input.algorithm, now);
		await refreshGaps(db, actor.projectId, 'all', now);
		await settleWaiting(db, actor, input.algorithm, now);
		return number;
	});
}

async function settleWaiting(db: Db, actor: Actor, algorithm: Algorithm, now: Date): Promise<void> {
	const states = algorithm.steps
		.map(({ state }) => state)
		.filter((state) => nextStep(algorithm, state)?.actor === 'system');
	if (states.length === 0) return;
	const waiting = await db
		.selectFrom('item')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('kind', '=', 'entry')
		.where('state', 'in', states)
		.orderBy('id')
		.execute();
	for (const { id } of waiting) await settleEntry(db, actor, id, now);
}
