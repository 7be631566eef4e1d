import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ChangeTarget } from '#lib/schemas/catalogue/targets.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { endLiveTarget } from './end-live-target.ts';
import { insertTarget } from './insert-target.ts';
import { linkDecision } from './link-decision.ts';

/** Another amount, day or name: the former target ends with the reason and stays in the history. */
export function changeTarget(db: Db, actor: Actor, input: ChangeTarget, now: Date): Promise<{ id: string }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'target:set', {});
		const { title, amount, dueOn } = input;
		const reason = withDecision(input.reason, input.decision ?? '');
		const former = await endLiveTarget(db, actor, { ...input, reason }, now);
		const isSame = former.title === title && former.amount === amount && former.dueOn === dueOn;
		assertNone(isSame ? [{ code: 'target-unchanged' }] : []);
		const { scopeKind, scopeCode, measure, countingState } = former;
		const today = await findToday(db, actor.projectId, now);
		const id = await insertTarget(
			db,
			actor,
			{
				...{ title, amount, dueOn, scopeKind, scopeCode, measure, countingState },
				replacesId: former.id,
				version: former.version + 1
			},
			{ now, today }
		);
		const effect = { kind: 'target', recordId: id, itemId: null, label: title } as const;
		await linkDecision(db, actor, reason, effect, now);
		const from = { title: former.title, amount: former.amount, dueOn: former.dueOn };
		const details = { from, to: { title, amount, dueOn }, reason };
		await recordAudit(db, actor, 'target:change', { type: 'target', id, label: title }, now, details);
		return { id };
	});
}
