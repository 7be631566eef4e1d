import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { dayIn } from '#lib/domain/days.ts';
import { MEETING_LIFE, meetingStepBlocks } from '#lib/domain/meetings/meeting-life.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeMeetingStep } from '#lib/schemas/meetings/meetings.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting, findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';
import { listMeetingDays } from '#lib/server/queries/list-meeting-days.ts';
import { changeMeeting } from './change-meeting.ts';
import { tellOfMeeting } from './tell-of-meeting.ts';
import { tellOfWriting } from './tell-of-minutes.ts';

/** Takes a meeting to its next state. Its end also stops the clock of whatever point is still open. */
export function takeMeetingStep(
	db: Db,
	actor: Actor,
	input: TakeMeetingStep & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await findMeetingFacts(db, actor.projectId, { id: input.meetingId });
		if (!found) throw new NotFound();
		const { meeting, invitees } = found;
		assertCan(actor, 'meeting:edit', found.subject);
		const { event, reason } = input;
		const days = await listMeetingDays(db, meeting.id);
		const agenda = await db
			.selectFrom('agendaItem')
			.select('state')
			.where('meetingId', '=', meeting.id)
			.execute();
		const today = dayIn(meeting.timeZone, now);
		assertNone(meetingStepBlocks({ ...meeting, days, agenda, invitees: invitees.length, today }, event));

		const { to: state } = MEETING_LIFE[event];
		const set = event === 'cancel' ? { state, cancelledReason: reason } : { state };
		await changeMeeting(db, meeting, set, now, event === 'invite' || event === 'cancel');
		if (event === 'end')
			await db
				.updateTable('agendaItem')
				.set((eb) => ({ closedAt: now.toISOString(), version: eb('version', '+', 1) }))
				.where('meetingId', '=', meeting.id)
				.where('openedAt', 'is not', null)
				.where('closedAt', 'is', null)
				.execute();
		if (event === 'invite') await tellOfMeeting(db, actor, meeting, invitees, 'invited', now);
		if (event === 'cancel' && meeting.state !== 'planned')
			await tellOfMeeting(db, actor, meeting, invitees, 'cancelled', now);
		if (event === 'end') await tellOfWriting(db, actor, meeting, meeting, '', now);
		const details = event === 'cancel' ? { reason } : {};
		const act = event === 'invite' ? 'meeting:send-invitations' : `meeting:${event}`;
		await recordAudit(db, actor, act, auditedMeeting(meeting), now, details);
	});
}
