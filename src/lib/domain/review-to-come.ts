import { isPastSigning, type Algorithm } from './catalogue/algorithm.ts';
import type { ItemKind } from './items.ts';

/** States behind the signatures of a review, where nothing is left to sign unless it comes back. */
const PAST: readonly string[] = [
	'reviewed',
	'approved',
	'submitted',
	'accepted',
	'verified',
	'declared',
	'not-achieved',
	'replaced',
	'withdrawn',
	'merged',
	'retired'
];

/** Whether who is assigned to an item without an open round still has something to await there. */
export function isReviewToCome(item: { kind: ItemKind; state: string }, algorithm: Algorithm): boolean {
	return !PAST.includes(item.state) && !(item.kind === 'entry' && isPastSigning(algorithm, item.state));
}
