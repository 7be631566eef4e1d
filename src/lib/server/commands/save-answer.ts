import type { Db } from '#db/schema.ts';
import { stepBlocks } from '#lib/domain/meetings/invitations.ts';
import type { InvitationAnswer, MeetingState } from '#lib/domain/meetings/meetings.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting, type MeetingFound } from '#lib/server/queries/find-meeting-facts.ts';
import { nameInvitees } from '#lib/server/queries/name-invitees.ts';

interface Answered {
	meeting: { id: string; slug: string; state: MeetingState };
	invitee: MeetingFound['invitees'][number];
}

/** Puts an answer on the list, part of the caller's transaction; `at`: when it was given, `source`: where it was read. */
export async function saveAnswer(
	db: Db,
	actor: Actor,
	{ meeting, invitee }: Answered,
	{ answer, at, source }: { answer: InvitationAnswer; at: Date; source?: Readonly<Record<string, string>> },
	now: Date
): Promise<{ name: string }> {
	assertNone(stepBlocks('answer', meeting.state));
	await db
		.updateTable('meetingInvitee')
		.set({ answer, answeredBy: actor.personId, answeredAt: at.toISOString() })
		.where('id', '=', invitee.id)
		.execute();
	const [name = ''] = await nameInvitees(db, actor.projectId, [invitee]);
	const details = { name, answer, before: invitee.answer, ...source };
	await recordAudit(db, actor, 'meeting:answer', auditedMeeting(meeting), now, details);
	return { name };
}
