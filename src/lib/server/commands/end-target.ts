import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndTarget } from '#lib/schemas/catalogue/targets.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { endLiveTarget } from './end-live-target.ts';

/** A target that is pursued no longer; it stays in the history with the reason. */
export function endTarget(db: Db, actor: Actor, input: EndTarget, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'target:set', {});
		const { id, title } = await endLiveTarget(db, actor, input, now);
		const record = { type: 'target', id, label: title };
		await recordAudit(db, actor, 'target:end', record, now, { reason: input.reason });
	});
}
