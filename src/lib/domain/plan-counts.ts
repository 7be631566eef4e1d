import { DELIVERABLE_STATES } from './deliverable-states.ts';
import type { PlanKind } from './items.ts';
import { MILESTONE_STATES } from './milestones.ts';

export interface StateCount {
	state: string;
	count: number;
}

/** How many items of a kind are in each state, in the order of the life cycle; states without any are left out. */
export function countsByState(
	items: readonly { kind: PlanKind; state: string }[],
	kind: PlanKind
): StateCount[] {
	const states: readonly string[] = kind === 'deliverable' ? DELIVERABLE_STATES : MILESTONE_STATES;
	return states
		.map((state) => ({
			state,
			count: items.filter((item) => item.kind === kind && item.state === state).length
		}))
		.filter(({ count }) => count > 0);
}
