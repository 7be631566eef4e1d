import { isDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { isMilestoneState } from '#lib/domain/milestones.ts';
import { DELIVERABLE_STATE_TEXT } from './deliverable-states.ts';
import { MILESTONE_STATE_TEXT } from './milestone-states.ts';

/** The state of a deliverable or milestone as a word, a tone and a shape. */
export function itemStateText(kind: ItemKind, state: string) {
	if (kind === 'deliverable' && isDeliverableState(state)) return DELIVERABLE_STATE_TEXT[state];
	if (kind === 'milestone' && isMilestoneState(state)) return MILESTONE_STATE_TEXT[state];
	return { label: state, tone: 'stale', shape: 'broken' } as const;
}
