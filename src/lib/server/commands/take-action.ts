import type { Db } from '#db/schema.ts';
import type { Insertable } from 'kysely';
import type { Action } from '#db/schema/actions.ts';
import { assertCan } from '#lib/domain/can.ts';
import {
	ACTION_LIFE_CYCLE,
	ACTION_PERMISSIONS,
	type ActionEvent
} from '#lib/domain/meetings/action-life-cycle.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findActionFacts, type FoundAction } from '#lib/server/queries/find-action-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertActionStep } from './insert-action-step.ts';
import { lockItem } from './lock-item.ts';
import { moveItem } from './move-item.ts';

export type TakenAction = FoundAction & {
	plan: Awaited<ReturnType<typeof findQualityPlan>>['plan'];
	today: string;
};

/** The action as it stands now, held until the transaction ends; a `Conflict` if it is not the one that was seen. */
export async function takeAction(
	db: Db,
	actor: Actor,
	input: { itemId: string; version: number },
	now: Date
): Promise<TakenAction> {
	const { projectId } = actor;
	await lockItem(db, projectId, input.itemId);
	const { plan } = await findQualityPlan(db, projectId);
	const today = await findToday(db, projectId, now);
	const found = await findActionFacts(db, projectId, { id: input.itemId }, { plan, today });
	if (!found) throw new NotFound();
	if (found.item.version !== input.version) throw new Conflict({ state: found.item.state });
	return { ...found, plan, today };
}

/** May this actor take this step of this action? The owner's own steps are asked of the owner. */
export function assertMayStep(actor: Actor, action: FoundAction, event: ActionEvent): void {
	const permission = ACTION_PERMISSIONS[event];
	assertCan(actor, permission, permission === 'action:update' ? action.ownerSubject : action.subject);
}

/** Enters the next state with what the step leaves behind, a line of history and one of the audit trail. */
export async function enterActionState(
	db: Db,
	actor: Actor,
	action: FoundAction,
	step: {
		event: ActionEvent;
		note: string;
		set?: Partial<Insertable<Action>>;
		details?: Readonly<Record<string, unknown>>;
	},
	now: Date
): Promise<{ code: string }> {
	const { item } = action;
	const { to } = ACTION_LIFE_CYCLE[step.event];
	await moveItem(db, item, to, now);
	if (step.set) await db.updateTable('action').set(step.set).where('itemId', '=', item.id).execute();
	await insertActionStep(db, actor, { itemId: item.id, state: to, note: step.note }, now);
	const details = { state: to, note: step.note, ...step.details };
	await recordAudit(db, actor, `action:${step.event}`, auditedItem(item), now, details);
	return { code: item.code };
}
