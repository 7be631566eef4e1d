import type { ItemKind } from './items.ts';
import { PUBLIC_MILESTONE_STATES } from './milestones.ts';

/** What observers may see: public deliverables once accepted, and milestones whose achievement was verified. */
export function isPublicItem(item: {
	kind: ItemKind;
	state: string;
	disseminationLevel: string | null;
}): boolean {
	return item.kind === 'deliverable'
		? item.disseminationLevel === 'PU' && item.state === 'accepted'
		: PUBLIC_MILESTONE_STATES.some((state) => state === item.state);
}
