import type { RightsReason } from './rights-reasons.ts';

/** The longest a technical administrator looks at a project's content at once (domain.md 2, rule 4). */
export const LOOK_MINUTES = 60;

/** One look at a time: another reason is another look. */
export function lookBlocks(open: { untilAt: string } | undefined): RightsReason[] {
	return open ? [{ code: 'look-open', untilAt: open.untilAt }] : [];
}
