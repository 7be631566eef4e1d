import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SetTarget } from '#lib/schemas/catalogue/targets.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertTarget } from './insert-target.ts';
import { linkDecision } from './link-decision.ts';

/** Sets how many entries or credits there shall be, of which part of the catalogue, from which step on, by when. */
export function setTarget(db: Db, actor: Actor, input: SetTarget, now: Date): Promise<{ id: string }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'target:set', {});
		const { scope, decision = '', confirmed: _, ...fields } = input;
		const target = { ...fields, ...scope };
		const today = await findToday(db, actor.projectId, now);
		const id = await insertTarget(db, actor, { ...target, replacesId: null, version: 1 }, { now, today });
		const effect = { kind: 'target', recordId: id, itemId: null, label: target.title } as const;
		await linkDecision(db, actor, decision, effect, now);
		const record = { type: 'target', id, label: target.title };
		await recordAudit(db, actor, 'target:set', record, now, { ...target, decision });
		return { id };
	});
}
