import type { ItemKind } from './items.ts';

const MILESTONE_OUTCOMES: readonly string[] = ['verified', 'declared', 'not-achieved'];

/** What observers may see: public deliverables once accepted, and how milestones came out. */
export function isPublicItem(item: {
	kind: ItemKind;
	state: string;
	disseminationLevel: string | null;
}): boolean {
	return item.kind === 'deliverable'
		? item.disseminationLevel === 'PU' && item.state === 'accepted'
		: MILESTONE_OUTCOMES.includes(item.state);
}
