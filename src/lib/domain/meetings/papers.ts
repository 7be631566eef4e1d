import { can, type Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MeetingState } from './meetings.ts';
import type { PaperReason } from './paper-reasons.ts';

/** Papers come before, during and after a meeting, until it is closed. */
export function meetingPaperBlocks({ state }: { state: MeetingState }): PaperReason[] {
	return state === 'closed' || state === 'cancelled' ? [{ code: 'meeting-papers-closed', state }] : [];
}

/**
 * A public paper is for whoever may see the meeting. A sensitive one is for those invited, for those who prepare it and
 * for its holders; outsiders read it only when they are invited in person (domain.md 2, documents SEN).
 */
export function mayReadPaper(
	actor: Actor,
	meeting: Subject,
	paper: { level: 'PU' | 'SEN'; organisationIds: readonly string[] }
): boolean {
	const reach = can(actor, 'meeting:read', meeting);
	if (!reach.ok) return false;
	if (paper.level === 'PU') return true;
	if (reach.grant.by === 'look') return false;
	if ((meeting.assignedPersonIds ?? []).includes(actor.personId)) return true;
	if (!can(actor, 'progress:read', {}).ok) return false;
	return (
		can(actor, 'meeting:edit', meeting).ok ||
		[...(meeting.organisationIds ?? []), ...paper.organisationIds].includes(actor.organisationId)
	);
}
