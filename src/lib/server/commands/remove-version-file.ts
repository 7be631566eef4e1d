import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfVersionFile } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';
import { takeVersionFile } from './take-version-file.ts';

/** Takes a file out of the open version; the file itself and who uploaded it stay on record. */
export function removeVersionFile(db: Db, actor: Actor, input: OfVersionFile, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:edit', subject);
		const { version, file, blocks } = takeVersionFile(facts, input.evidenceId);
		assertNone(blocks);

		await db
			.updateTable('evidenceUse')
			.set({ removedAt: now.toISOString() })
			.where('versionId', '=', version?.id ?? '')
			.where('evidenceId', '=', input.evidenceId)
			.where('removedAt', 'is', null)
			.execute();
		await moveItem(db, item, item.state, now);
		const details = { version: version?.number, file: file?.name, sha256: file?.sha256 };
		await recordAudit(db, actor, 'deliverable:remove-file', auditedItem(item), now, details);
	});
}
