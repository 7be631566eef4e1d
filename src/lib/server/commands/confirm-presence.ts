import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { inviteeSubject, stepBlocks } from '#lib/domain/meetings/invitations.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ConfirmPresence } from '#lib/schemas/meetings/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { insertInvitees } from './insert-invitees.ts';
import { takeMeeting } from './take-meeting.ts';

/** "I was there", by the person; who came for an invited organisation gets a row of their own. */
export function confirmPresence(db: Db, actor: Actor, input: ConfirmPresence, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting, invitees } = await takeMeeting(db, actor.projectId, input.meetingId);
		const own = invitees.find((one) => one.personId === actor.personId);
		const forThem = own ?? invitees.find((one) => one.organisationId === actor.organisationId);
		const { organisationId } = actor;
		const subject = forThem
			? { organisationId: forThem.organisationId, personId: own?.personId ?? null }
			: null;
		assertCan(actor, 'meeting:answer', subject ? inviteeSubject(subject, actor) : {});
		assertNone(stepBlocks('attendance', meeting.state));

		const added = { organisationId, personId: actor.personId };
		const [id] = own ? [own.id] : await insertInvitees(db, actor, meeting.id, [added], now);
		await db
			.updateTable('meetingInvitee')
			.set({
				attendance: input.attendance,
				representedById: null,
				attendanceBy: actor.personId,
				attendanceAt: now.toISOString()
			})
			.where('id', '=', id ?? '')
			.execute();
		const details = { attendance: input.attendance, before: own?.attendance ?? null };
		await recordAudit(db, actor, 'meeting:confirm-presence', auditedMeeting(meeting), now, details);
	});
}
