import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { InviteeInput } from '#lib/schemas/meetings/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { nameInvitees } from '#lib/server/queries/name-invitees.ts';
import { takeInvitee } from './take-meeting.ts';

/** Takes an invitation back; that it stood stays on record. Whose attendance is recorded stays. */
export function removeInvitee(
	db: Db,
	actor: Actor,
	input: InviteeInput,
	now: Date
): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const { meeting, invitee, subject } = await takeInvitee(db, actor.projectId, input.inviteeId);
		assertCan(actor, 'meeting:edit', subject);
		const [name = ''] = await nameInvitees(db, actor.projectId, [invitee]);
		assertNone([
			...stepBlocks('invite', meeting.state),
			...(invitee.attendance === null ? [] : [{ code: 'invitee-attended', name } as const])
		]);
		await db
			.updateTable('meetingInvitee')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', invitee.id)
			.execute();
		await recordAudit(db, actor, 'meeting:uninvite', auditedMeeting(meeting), now, { name });
		return { name };
	});
}
