import { isDeliverableState } from '#lib/domain/deliverable-states.ts';
import { isMilestoneState } from '#lib/domain/milestones.ts';
import { DELIVERABLE_STATE_TEXT } from './deliverable-states.ts';
import { MILESTONE_STATE_TEXT } from './milestone-states.ts';

/** The state of any item as a word, a tone and a shape; `verified` and the like mean the same wherever they stand. */
export function itemStateText(state: string) {
	if (isDeliverableState(state)) return DELIVERABLE_STATE_TEXT[state];
	if (isMilestoneState(state)) return MILESTONE_STATE_TEXT[state];
	return { label: state, tone: 'bad', shape: 'cross' } as const;
}
