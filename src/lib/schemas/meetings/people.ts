import * as v from 'valibot';
import { Id, optionalText } from '#lib/schemas/fields.ts';
import { ANSWERS, ATTENDANCES } from '#lib/domain/meetings/meetings.ts';

export const InviteAllSchema = v.object({ meetingId: Id });
export type InviteAll = v.InferOutput<typeof InviteAllSchema>;

export const InviteOrganisationSchema = v.object({
	meetingId: Id,
	organisationId: v.pipe(v.string('Choose an organisation.'), v.uuid('Choose an organisation.'))
});
export type InviteOrganisation = v.InferOutput<typeof InviteOrganisationSchema>;

export const InvitePersonToMeetingSchema = v.object({
	meetingId: Id,
	personId: v.pipe(v.string('Choose a person.'), v.uuid('Choose a person.'))
});
export type InvitePersonToMeeting = v.InferOutput<typeof InvitePersonToMeetingSchema>;

export const InviteGuestSchema = v.pipe(
	v.object({ meetingId: Id, guestName: optionalText(200), guestOrganisation: optionalText(200) }),
	v.forward(
		v.check(
			({ guestName, guestOrganisation }) => guestName !== '' || guestOrganisation !== '',
			'Enter a name, an organisation, or both.'
		),
		['guestName']
	)
);
export type InviteGuest = v.InferOutput<typeof InviteGuestSchema>;

export const InviteeSchema = v.object({ inviteeId: Id });
export type InviteeInput = v.InferOutput<typeof InviteeSchema>;

export const AnswerInvitationSchema = v.object({
	inviteeId: Id,
	answer: v.picklist(ANSWERS, 'Choose yes, maybe or no.')
});
export type AnswerInvitation = v.InferOutput<typeof AnswerInvitationSchema>;

export const ConfirmPresenceSchema = v.object({
	meetingId: Id,
	attendance: v.picklist(['in-person', 'remote'], 'Choose how you took part.')
});
export type ConfirmPresence = v.InferOutput<typeof ConfirmPresenceSchema>;

const PATTERN = /^(|in-person|remote|absent|represented:[0-9a-f-]{36})$/;

const Attended = v.pipe(
	v.string('Reload the page.'),
	v.regex(PATTERN, 'Choose from the list.'),
	v.transform((text) => ({
		attendance: ATTENDANCES.find((one) => one === text.split(':')[0]) ?? null,
		representedById: text.startsWith('represented:') ? text.slice('represented:'.length) : null
	}))
);

const AttendanceFields = v.object({
	meetingId: Id,
	inviteeId: v.pipe(v.array(Id), v.minLength(1, 'Invite somebody first.'), v.maxLength(1000)),
	was: v.array(Attended),
	attendance: v.array(Attended)
});

/** Every row as it was shown and as it was chosen; of a row without its two values the form is not ours. */
export const AttendanceSchema = v.pipe(
	AttendanceFields,
	v.check(
		(form) => form.was.length === form.inviteeId.length && form.attendance.length === form.inviteeId.length,
		'Reload the page.'
	),
	v.transform((form) => ({
		meetingId: form.meetingId,
		rows: form.inviteeId.flatMap((inviteeId, index) => {
			const was = form.was[index];
			const now = form.attendance[index];
			return was && now ? [{ inviteeId, was, now }] : [];
		})
	}))
);
export type AttendanceInput = v.InferOutput<typeof AttendanceSchema>;

/** The text of an answer that a calendar sent by mail, where its file is not chosen. */
export const CalendarReplySchema = v.object({ text: optionalText(200_000) });

export const RemoveSheetSchema = v.object({ useId: Id });
