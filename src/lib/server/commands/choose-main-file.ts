import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { formatBlocks } from '#lib/domain/version-guards.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfVersionFile } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';
import { takeVersionFile } from './take-version-file.ts';

/** Exactly one file of a version goes to the funder as its main one. */
export function chooseMainFile(db: Db, actor: Actor, input: OfVersionFile, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:edit', subject);
		const { version, file, blocks } = takeVersionFile(facts, input.evidenceId);
		const { plan } = await findQualityPlan(db, actor.projectId);
		assertNone([...blocks, ...(file ? formatBlocks(file.name, plan) : [])]);

		const uses = db
			.updateTable('evidenceUse')
			.where('versionId', '=', version?.id ?? '')
			.where('removedAt', 'is', null);
		await uses.set({ isMain: 0 }).where('isMain', '=', 1).execute();
		await uses.set({ isMain: 1 }).where('evidenceId', '=', input.evidenceId).execute();
		await moveItem(db, item, item.state, now);
		const details = { version: version?.number, file: file?.name };
		await recordAudit(db, actor, 'deliverable:choose-main-file', auditedItem(item), now, details);
	});
}
