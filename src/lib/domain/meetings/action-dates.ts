import type { Day } from '#lib/domain/days.ts';
import type { DateMoveReason } from '#lib/domain/date-moves.ts';
import type { ActionReason } from './action-reasons.ts';
import { ENDED_ACTION_STATES } from './action-life-cycle.ts';
import type { ActionFacts } from './action-facts.ts';
import type { ActionState } from './actions.ts';

export interface DateProposal {
	id: string;
	toOn: Day;
	verdict: 'agreed' | 'refused' | null;
}

/** Why the owner cannot propose another due day: one proposal at a time, ahead of today, with a reason of the plan's. */
export function proposeDateBlocks(
	action: Pick<ActionFacts, 'code' | 'agreedOn'> & { proposals: readonly DateProposal[] },
	state: ActionState,
	move: { toOn: Day; reasonCode: string },
	slipReasons: readonly { code: string; label: string }[],
	today: Day
): (ActionReason | DateMoveReason)[] {
	const pending = action.proposals.find(({ verdict }) => verdict === null);
	const isKnown = slipReasons.some(({ code }) => code === move.reasonCode);
	return [
		...(ENDED_ACTION_STATES.includes(state)
			? [{ code: 'dates-fixed-when-ended', item: action.code, state } as const]
			: []),
		...(pending ? [{ code: 'action-date-pending', toOn: pending.toOn } as const] : []),
		...(move.toOn <= today ? [{ code: 'action-date-passed', toOn: move.toOn, today } as const] : []),
		...(move.toOn === action.agreedOn ? [{ code: 'date-unchanged', on: move.toOn } as const] : []),
		...(isKnown
			? []
			: [{ code: 'slip-reason-unknown', known: slipReasons.map(({ label }) => label) } as const])
	];
}

/** A proposal is decided once, and never by who made it. */
export function decideDateBlocks(
	action: Pick<ActionFacts, 'code' | 'ownerId'>,
	state: ActionState,
	proposal: Pick<DateProposal, 'verdict'>,
	person: { personId: string; name: string }
): (ActionReason | DateMoveReason)[] {
	return [
		...(ENDED_ACTION_STATES.includes(state)
			? [{ code: 'dates-fixed-when-ended', item: action.code, state } as const]
			: []),
		...(proposal.verdict === null ? [] : [{ code: 'action-date-settled' } as const]),
		...(action.ownerId === person.personId ? [{ code: 'action-date-own', person: person.name } as const] : [])
	];
}

/** Whether a due day has moved so often that the next meeting talks about it. Later moves add nothing. */
export function goesToAgenda(
	agreedMoves: number,
	isOnAgenda: boolean,
	plan: { actionMovesToAgenda: number }
) {
	return !isOnAgenda && agreedMoves >= plan.actionMovesToAgenda;
}
