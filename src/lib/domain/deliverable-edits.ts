import type { DeliverableReason } from './deliverable-reasons.ts';
import { DELIVERABLE_LIFE, EDITABLE_STATES } from './deliverable-states.ts';
import type { DeliverableFacts } from './deliverables.ts';
import { stateBlocks, type StateReason } from './life-cycle.ts';
import type { CodeLabel, QualityPlan } from './quality-plan.ts';
import { isLate } from './submission.ts';

/** Why type, level and description cannot change now: never under a running or concluded review. */
export function planEditBlocks(facts: DeliverableFacts): DeliverableReason[] {
	const may = facts.state === 'planned' || EDITABLE_STATES.includes(facts.state);
	return may ? [] : [{ code: 'record-locked', state: facts.state }];
}

/** Type and level are the quality plan's own codes; nothing chosen yet is no wrong choice. */
export function planChoiceBlocks(
	chosen: { type: string | null; level: string | null },
	plan: Pick<QualityPlan, 'deliverableTypes' | 'disseminationLevels'>
): DeliverableReason[] {
	const unknown = (field: 'type' | 'level', value: string | null, list: readonly CodeLabel[]) =>
		value === null || list.some(({ code }) => code === value)
			? []
			: [{ code: 'not-in-quality-plan', field, value, allowed: list.map(({ code }) => code) } as const];
	return [
		...unknown('type', chosen.type, plan.deliverableTypes),
		...unknown('level', chosen.level, plan.disseminationLevels)
	];
}

const ENDED: readonly string[] = ['submitted', 'accepted', 'withdrawn', 'merged', 'retired'];

/** Contributors and reviewers may be recorded until a deliverable has left the consortium, or an entry the catalogue. */
export function recordBlocks(state: string): DeliverableReason[] {
	return isEnded(state) ? [{ code: 'record-locked', state }] : [];
}

/** What was said of an item is closed with it: no answer and no taking back afterwards. */
export function commentBlocks(state: string): DeliverableReason[] {
	return isEnded(state) ? [{ code: 'comments-locked', state }] : [];
}

function isEnded(state: string): boolean {
	return ENDED.includes(state);
}

export function mergeBlocks(
	facts: DeliverableFacts,
	itemId: string,
	target: { id: string; code: string; state: string }
): (DeliverableReason | StateReason)[] {
	const ended = target.state === 'withdrawn' || target.state === 'merged';
	return [
		...stateBlocks(DELIVERABLE_LIFE, facts.state, 'merge'),
		...(target.id === itemId ? [{ code: 'merge-into-itself' } as const] : []),
		...(ended ? [{ code: 'merge-target-ended', item: target.code } as const] : [])
	];
}

export function justificationBlocks(
	dueOn: string | null,
	submittedOn: string | null,
	today: string
): DeliverableReason[] {
	return isLate(dueOn, submittedOn, today) ? [] : [{ code: 'not-late', dueOn }];
}
