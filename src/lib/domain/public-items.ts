import type { ItemKind } from './items.ts';
import { PUBLIC_MILESTONE_STATES } from './milestones.ts';

/** What observers may see: public deliverables once accepted, milestones whose achievement was verified, and entries
 * of the catalogue once published, whatever happens to them later. Actions are for those who work, never public. */
export function isPublicItem(item: {
	kind: ItemKind;
	state: string;
	disseminationLevel: string | null;
	/** Of an entry. */
	publicSince?: string | null;
}): boolean {
	if (item.kind === 'entry') return (item.publicSince ?? null) !== null;
	if (item.kind === 'action') return false;
	return item.kind === 'deliverable'
		? item.disseminationLevel === 'PU' && item.state === 'accepted'
		: PUBLIC_MILESTONE_STATES.some((state) => state === item.state);
}
