import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { removalBlocks } from '#lib/domain/sample-data.ts';
import type { RemoveSampleData } from '#lib/schemas/sample-data.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findSampleData } from '#lib/server/queries/find-sample-data.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { deleteSampleData } from './sample-data/delete-sample-data.ts';

/**
 * Removes everything invented: plan, people, history, files. Public facts and what the consortium entered stay, and so
 * does the audit trail. The last one to go takes the clock of the demo along: load the clock afterwards.
 */
export function removeSampleData(db: Db, actor: Actor, input: RemoveSampleData, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'sample:remove', {});
		const { counts, facts } = await findSampleData(db, actor.projectId);
		assertNone(removalBlocks(facts, input.word));

		const details = Object.fromEntries(counts.map(({ what, count }) => [what, count]));
		const record = { type: 'project', id: actor.projectId, label: facts.word };
		// First, for the actor may be one of those who go.
		await recordAudit(db, actor, 'sample:remove', record, now, details);
		await deleteSampleData(db, actor.projectId);
		await refreshGaps(db, actor.projectId, 'all', now);
	});
}
