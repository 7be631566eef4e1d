import type { ItemKind } from './items.ts';
import { PUBLIC_MILESTONE_STATES } from './milestones.ts';

interface Reached {
	kind: ItemKind;
	state: string;
	disseminationLevel: string | null;
	/** Of an entry. */
	publicSince?: string | null;
}

/** What observers may see: public deliverables once accepted, milestones once declared, and entries
 * of the catalogue once published, whatever happens to them later. Actions are for those who work, never public. */
export function isPublicItem(item: Reached): boolean {
	return isFinalItem(item) && (item.kind !== 'deliverable' || item.disseminationLevel === 'PU');
}

/** It came out as it stands: what is sensitive of it may be shown to outsiders whom a grant names. */
function isFinalItem({ kind, state, publicSince = null }: Reached): boolean {
	if (kind === 'entry') return publicSince !== null;
	if (kind === 'action') return false;
	return kind === 'deliverable' ? state === 'accepted' : PUBLIC_MILESTONE_STATES.some((one) => one === state);
}

/** What rights to outsiders depend on. */
export function opennessOf(item: Reached): { isPublic: boolean; isFinal: boolean } {
	return { isPublic: isPublicItem(item), isFinal: isFinalItem(item) };
}
