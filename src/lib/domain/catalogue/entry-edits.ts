import { isSideState, type SideState } from './algorithm.ts';
import type { Element } from './elements.ts';

export type EntryReason =
	| { code: 'entry-locked'; state: SideState; reason: string }
	| { code: 'catalogue-package-missing'; number: number }
	| { code: 'element-reason-needed'; element: Element }
	| { code: 'element-unfit'; element: Element; issue: string }
	| { code: 'body-already'; organisation: string }
	| { code: 'body-owns'; organisation: string };

/** Entries on hold, merged or retired stay as they are. */
export function editBlocks(
	state: string,
	entry: { heldReason: string | null; endedReason: string | null }
): EntryReason[] {
	if (!isSideState(state)) return [];
	const reason = (state === 'on-hold' ? entry.heldReason : entry.endedReason) ?? '';
	return [{ code: 'entry-locked', state, reason }];
}
