import type { AccessReason } from '#lib/domain/access-reason.ts';
import { can, type Subject } from '#lib/domain/can.ts';
import { eventsFrom, type StateReason } from '#lib/domain/life-cycle.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ActionFacts } from './action-facts.ts';
import {
	ACTION_EVENTS,
	ACTION_LIFE_CYCLE,
	ACTION_PERMISSIONS,
	type ActionEvent
} from './action-life-cycle.ts';
import type { ActionReason } from './action-reasons.ts';
import { verifyBlocks } from './action-rules.ts';
import type { ActionState } from './actions.ts';

export interface ActionStep {
	event: ActionEvent;
	/** Why this actor may not; null when the actor may. */
	because: AccessReason | null;
	/** What still stands in the way of this actor. */
	blocks: readonly (ActionReason | StateReason)[];
}

/** Every step possible from the state that counts, with what blocks it for this actor. */
export function actionSteps(
	action: ActionFacts,
	state: ActionState,
	subjects: { steering: Subject; owner: Subject },
	actor: Actor
): ActionStep[] {
	return eventsFrom(ACTION_LIFE_CYCLE, ACTION_EVENTS, state).map((event) => {
		const permission = ACTION_PERMISSIONS[event];
		const subject = permission === 'action:update' ? subjects.owner : subjects.steering;
		const answer = can(actor, permission, subject);
		const isLooking = event === 'verify' || event === 'reopen';
		return {
			event,
			because: answer.ok ? null : answer.because,
			// Whoever did it may not look at it: said before anybody types a reason.
			blocks: answer.ok && isLooking ? verifyBlocks(action, 'done-claimed', actor) : []
		};
	});
}
