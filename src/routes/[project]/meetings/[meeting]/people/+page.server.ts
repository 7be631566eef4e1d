import { Refusal } from '#lib/domain/reasons.ts';
import { NothingSchema } from '#lib/schemas/fields.ts';
import {
	AnswerInvitationSchema,
	AttendanceSchema,
	CalendarReplySchema,
	ConfirmPresenceSchema,
	InviteAllSchema,
	InviteeSchema,
	InviteGuestSchema,
	InviteOrganisationSchema,
	InvitePersonToMeetingSchema,
	RemoveSheetSchema
} from '#lib/schemas/meetings/people.ts';
import { evidenceOfFiles } from '#lib/server/commands/evidence-of.ts';
import { addMeetingEvidence } from '#lib/server/commands/add-meeting-evidence.ts';
import { answerForGuest, answerInvitation } from '#lib/server/commands/answer-invitation.ts';
import { confirmPresence } from '#lib/server/commands/confirm-presence.ts';
import {
	inviteAll,
	inviteGuest,
	inviteOrganisation,
	invitePersonToMeeting
} from '#lib/server/commands/invite-to-meeting.ts';
import { recordAttendance } from '#lib/server/commands/record-attendance.ts';
import { recordCalendarReply } from '#lib/server/commands/record-calendar-reply.ts';
import { removeMeetingEvidence } from '#lib/server/commands/remove-meeting-evidence.ts';
import { removeInvitee } from '#lib/server/commands/remove-invitee.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { sheetAction } from '#lib/server/http/sheet-action.ts';
import { uploadAction } from '#lib/server/http/upload-action.ts';
import { findMeetingId } from '#lib/server/queries/find-meeting-id.ts';
import { findMeetingPeople } from '#lib/server/queries/find-meeting-people.ts';

export const load = page('meeting:read', async ({ db, actor, project, today, param }) => {
	const found = await findMeetingPeople(db, actor, param('meeting'));
	if (!found) return undefined;
	return { ...found, today, timeZone: project.timeZone };
});

export const actions = {
	'invite-all': action('meeting:edit', InviteAllSchema, async ({ db, actor, now }, input) => {
		await inviteAll(db, actor, input, now);
		return { flash: 'everybody-invited' };
	}),
	'invite-organisation': action(
		'meeting:edit',
		InviteOrganisationSchema,
		async ({ db, actor, now }, input) => {
			const { name } = await inviteOrganisation(db, actor, input, now);
			return { flash: 'meeting-invited', label: name };
		}
	),
	'invite-person': action('meeting:edit', InvitePersonToMeetingSchema, async ({ db, actor, now }, input) => {
		const { name } = await invitePersonToMeeting(db, actor, input, now);
		return { flash: 'meeting-invited', label: name };
	}),
	'invite-guest': action('meeting:edit', InviteGuestSchema, async ({ db, actor, now }, input) => {
		const { name } = await inviteGuest(db, actor, input, now);
		return { flash: 'meeting-invited', label: name };
	}),
	remove: action('meeting:edit', InviteeSchema, async ({ db, actor, now }, input) => {
		const { name } = await removeInvitee(db, actor, input, now);
		return { flash: 'invitation-removed', label: name };
	}),
	answer: action('meeting:answer', AnswerInvitationSchema, async ({ db, actor, now }, input) => {
		await answerInvitation(db, actor, input, now);
		return { flash: 'invitation-answered' };
	}),
	'answer-guest': action('meeting:edit', AnswerInvitationSchema, async ({ db, actor, now }, input) => {
		await answerForGuest(db, actor, input, now);
		return { flash: 'invitation-answered' };
	}),
	/** An answer that came back to the mail of whoever invites. */
	reply: sheetAction('meeting:edit', CalendarReplySchema, async ({ db, actor, now, param }, input, file) => {
		const text = file ? file.bytes.toString('utf8') : input.text;
		if (text.trim() === '') throw new Refusal([{ code: 'calendar-reply-missing' }]);
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		const { name } = await recordCalendarReply(db, actor, { meetingId, text }, now);
		return { flash: 'reply-recorded', label: name };
	}),
	attendance: action('meeting:attendance', AttendanceSchema, async ({ db, actor, now }, input) => {
		await recordAttendance(db, actor, input, now);
		return { flash: 'attendance-recorded' };
	}),
	confirm: action('meeting:answer', ConfirmPresenceSchema, async ({ db, actor, now }, input) => {
		await confirmPresence(db, actor, input, now);
		return { flash: 'presence-confirmed' };
	}),
	/** The signed sheet: names and signatures, so never public. */
	sheet: uploadAction('meeting:attendance', NothingSchema, async ({ db, actor, now, param }, _, files) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		const permission = 'meeting:attendance';
		const target = { meetingId, pointId: null, purpose: 'sign-in-sheet', permission } as const;
		await addMeetingEvidence(db, actor, target, evidenceOfFiles(actor, files, 'SEN', now), now);
		return { flash: 'sheet-added' };
	}),
	'remove-sheet': action('meeting:edit', RemoveSheetSchema, async ({ db, actor, now, param }, input) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		await removeMeetingEvidence(db, actor, { ...input, meetingId }, now);
		return { flash: 'paper-removed' };
	})
};
