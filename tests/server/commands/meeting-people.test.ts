import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { MeetingState } from '#lib/domain/meetings/meetings.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { answerForGuest, answerInvitation } from '#lib/server/commands/answer-invitation.ts';
import { confirmPresence } from '#lib/server/commands/confirm-presence.ts';
import {
	inviteAll,
	inviteGuest,
	inviteOrganisation,
	invitePersonToMeeting
} from '#lib/server/commands/invite-to-meeting.ts';
import { recordAttendance } from '#lib/server/commands/record-attendance.ts';
import { removeInvitee } from '#lib/server/commands/remove-invitee.ts';
import { findMeetingPeople } from '#lib/server/queries/find-meeting-people.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const NOT_RECORDED = { attendance: null, representedById: null };
const IN_PERSON = { attendance: 'in-person', representedById: null } as const;

async function aStage(db: Db, state: MeetingState = 'invited') {
	const { id: projectId } = await aProject(db);
	const upv = await anOrganisation(db, { projectId, acronym: 'UPV', role: 'coordinator' });
	const kaznu = await anOrganisation(db, { projectId, acronym: 'KazNU' });
	const coordinator = await anActor(db, { projectId, organisationId: upv.id, role: 'coordinator' });
	const partner = await anActor(db, { projectId, organisationId: kaznu.id, name: 'Aigerim' });
	const meeting = await aMeeting(db, { projectId, state });
	const invitees = () =>
		db.selectFrom('meetingInvitee').selectAll().where('meetingId', '=', meeting.id).orderBy('id').execute();
	return { projectId, upv, kaznu, coordinator, partner, meeting, meetingId: meeting.id, invitees };
}

/** What asks for something that is not there, or of others, and changes nothing. */
async function missing(db: Db, attempt: () => Promise<unknown>) {
	const before = await fingerprint(db);
	await expect(attempt()).rejects.toThrow(NotFound);
	expect(await fingerprint(db)).toEqual(before);
}

test('all organisations are invited at once, each once, and no external one', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, invitees, kaznu } = await aStage(db);
		await anOrganisation(db, { projectId, role: 'external' });
		await inviteOrganisation(db, coordinator, { meetingId, organisationId: kaznu.id }, NOW);
		expect(await inviteAll(db, coordinator, { meetingId }, NOW)).toEqual({ count: 1 });
		expect((await invitees()).length).toBe(2);
		expect(await refused(db, () => inviteAll(db, coordinator, { meetingId }, NOW))).toEqual([
			'nobody-left-to-invite'
		]);
	}));

test('a person is invited for the organisation they work for, a guest by name; nobody twice', () =>
	withDatabase(async (db) => {
		const { coordinator, partner, meetingId, invitees, kaznu } = await aStage(db);
		const person = { meetingId, personId: partner.personId };
		const guest = { meetingId, guestName: 'Jo', guestOrganisation: 'NEO' };
		await invitePersonToMeeting(db, coordinator, person, NOW);
		await inviteGuest(db, coordinator, guest, NOW);
		expect((await invitees()).map((one) => [one.organisationId, one.personId, one.guestName])).toEqual([
			[kaznu.id, partner.personId, ''],
			[null, null, 'Jo']
		]);
		expect(await refused(db, () => invitePersonToMeeting(db, coordinator, person, NOW))).toEqual([
			'already-invited'
		]);
		expect(await refused(db, () => inviteGuest(db, coordinator, guest, NOW))).toEqual(['already-invited']);
	}));

test('a partner invites nobody, and nobody invites whom another project knows', () =>
	withDatabase(async (db) => {
		const { coordinator, partner, meetingId, kaznu } = await aStage(db);
		const foreign = await aStage(db);
		const organisation = { meetingId, organisationId: kaznu.id };
		expect(await refused(db, () => inviteOrganisation(db, partner, organisation, NOW))).toEqual([
			'role-needed'
		]);
		for (const attempt of [
			() => inviteOrganisation(db, coordinator, { meetingId, organisationId: foreign.kaznu.id }, NOW),
			() => invitePersonToMeeting(db, coordinator, { meetingId, personId: foreign.partner.personId }, NOW),
			() => inviteAll(db, coordinator, { meetingId: foreign.meetingId }, NOW)
		])
			await missing(db, attempt);
	}));

test.each(['closed', 'cancelled'] as const)('nobody is invited to a meeting that is %s', (state) =>
	withDatabase(async (db) => {
		const { coordinator, meetingId } = await aStage(db, state);
		expect(await refused(db, () => inviteAll(db, coordinator, { meetingId }, NOW))).toEqual([
			'meeting-not-open-for'
		]);
	})
);

test('an invitation is taken back while nobody came, and stays on record', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, invitees, kaznu, upv } = await aStage(db, 'held');
		const row = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		const came = await anInvitee(db, {
			projectId,
			meetingId,
			organisationId: upv.id,
			attendance: 'in-person'
		});
		await removeInvitee(db, coordinator, { inviteeId: row.id }, NOW);
		expect((await invitees()).map((one) => one.removedAt)).toEqual([NOW.toISOString(), null]);
		await missing(db, () => removeInvitee(db, coordinator, { inviteeId: row.id }, NOW));
		expect(await refused(db, () => removeInvitee(db, coordinator, { inviteeId: came.id }, NOW))).toEqual([
			'invitee-attended'
		]);
	}));

test('a person answers for themselves and for their organisation, and may change their mind', () =>
	withDatabase(async (db) => {
		const { projectId, partner, coordinator, meetingId, invitees, kaznu } = await aStage(db);
		const { personId } = partner;
		const own = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id, personId });
		const theirs = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		await answerInvitation(db, partner, { inviteeId: own.id, answer: 'yes' }, NOW);
		await answerInvitation(db, partner, { inviteeId: own.id, answer: 'no' }, NOW);
		await answerInvitation(db, partner, { inviteeId: theirs.id, answer: 'maybe' }, NOW);
		expect((await invitees()).map((one) => [one.answer, one.answeredBy])).toEqual([
			['no', personId],
			['maybe', personId]
		]);
		for (const inviteeId of [own.id, theirs.id])
			expect(
				await refused(db, () => answerInvitation(db, coordinator, { inviteeId, answer: 'no' }, NOW))
			).toEqual(['out-of-scope']);
	}));

test('once the meeting is held no invitation is answered', () =>
	withDatabase(async (db) => {
		const { projectId, partner, meetingId, kaznu } = await aStage(db, 'held');
		const row = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		expect(
			await refused(db, () => answerInvitation(db, partner, { inviteeId: row.id, answer: 'yes' }, NOW))
		).toEqual(['meeting-not-open-for']);
	}));

test('what a guest said is entered by whoever convenes; members answer themselves', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, invitees, kaznu } = await aStage(db);
		const guest = await anInvitee(db, { projectId, meetingId, guestName: 'Jo' });
		const member = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		await answerForGuest(db, coordinator, { inviteeId: guest.id, answer: 'yes' }, NOW);
		expect((await invitees())[0]?.answer).toBe('yes');
		expect(
			await refused(db, () => answerForGuest(db, coordinator, { inviteeId: member.id, answer: 'yes' }, NOW))
		).toEqual(['answers-itself']);
	}));

test('attendance is saved row by row; what the form did not change stays, also what somebody else changed', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, invitees, kaznu, upv } = await aStage(db, 'running');
		const a = await anInvitee(db, { projectId, meetingId, organisationId: upv.id });
		const b = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		const c = await anInvitee(db, { projectId, meetingId, guestName: 'Jo', attendance: 'remote' });
		const rows = [
			{ inviteeId: a.id, was: NOT_RECORDED, now: IN_PERSON },
			{
				inviteeId: b.id,
				was: NOT_RECORDED,
				now: { attendance: 'represented', representedById: upv.id } as const
			},
			// Shown before somebody recorded that Jo took part remotely.
			{ inviteeId: c.id, was: NOT_RECORDED, now: NOT_RECORDED }
		];
		expect(await recordAttendance(db, coordinator, { meetingId, rows }, NOW)).toEqual({ count: 2 });
		expect((await invitees()).map((one) => [one.attendance, one.representedById])).toEqual([
			['in-person', null],
			['represented', upv.id],
			['remote', null]
		]);
	}));

test('two who record the same row differently: the second is told, and nothing is lost', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, invitees, kaznu } = await aStage(db, 'held');
		const row = await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id, attendance: 'remote' });
		const rows = [{ inviteeId: row.id, was: NOT_RECORDED, now: IN_PERSON }];
		const problem: unknown = await recordAttendance(db, coordinator, { meetingId, rows }, NOW).catch(
			(thrown: unknown) => thrown
		);
		expect(problem instanceof Conflict && problem.theirs).toEqual({ [row.id]: 'remote' });
		expect((await invitees())[0]?.attendance).toBe('remote');
	}));

test('attendance is refused before the meeting, for a represented person, and by those who do not convene', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner, meetingId, upv } = await aStage(db, 'invited');
		const guest = await anInvitee(db, { projectId, meetingId, guestName: 'Jo' });
		const now = { attendance: 'represented', representedById: upv.id } as const;
		const input = { meetingId, rows: [{ inviteeId: guest.id, was: NOT_RECORDED, now }] };
		expect(await refused(db, () => recordAttendance(db, coordinator, input, NOW))).toEqual([
			'meeting-not-open-for',
			'represented-is-organisation'
		]);
		expect(await refused(db, () => recordAttendance(db, partner, input, NOW))).toEqual(['role-needed']);
	}));

test('an invitation to another meeting is not there, not even of the same project', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meetingId, kaznu } = await aStage(db, 'held');
		const other = await aMeeting(db, { projectId, state: 'held' });
		const foreign = await aStage(db, 'held');
		for (const meeting of [other, foreign.meeting]) {
			const row = await anInvitee(db, {
				projectId: meeting.projectId,
				meetingId: meeting.id,
				organisationId: meeting.projectId === projectId ? kaznu.id : foreign.kaznu.id
			});
			const rows = [{ inviteeId: row.id, was: NOT_RECORDED, now: IN_PERSON }];
			await missing(db, () => recordAttendance(db, coordinator, { meetingId, rows }, NOW));
			if (meeting === foreign.meeting) {
				await missing(db, () => removeInvitee(db, coordinator, { inviteeId: row.id }, NOW));
				await missing(db, () => answerInvitation(db, coordinator, { inviteeId: row.id, answer: 'no' }, NOW));
			}
		}
	}));

test('"I was there": who was invited says so, and who came for an invited organisation gets a row', () =>
	withDatabase(async (db) => {
		const { projectId, partner, meetingId, invitees, kaznu } = await aStage(db, 'held');
		await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		await confirmPresence(db, partner, { meetingId, attendance: 'remote' }, NOW);
		await confirmPresence(db, partner, { meetingId, attendance: 'in-person' }, NOW);
		expect((await invitees()).map((one) => [one.personId, one.attendance])).toEqual([
			[null, null],
			[partner.personId, 'in-person']
		]);
	}));

test('who was not invited was not there, nor was anybody before it began or after it was closed', () =>
	withDatabase(async (db) => {
		const { partner, meetingId } = await aStage(db, 'held');
		const attempt = () => confirmPresence(db, partner, { meetingId, attendance: 'remote' }, NOW);
		expect(await refused(db, attempt)).toEqual(['out-of-scope']);
		for (const state of ['invited', 'closed'] as const) {
			const stage = await aStage(db, state);
			const { projectId } = stage;
			await anInvitee(db, { projectId, meetingId: stage.meetingId, organisationId: stage.kaznu.id });
			const input = { meetingId: stage.meetingId, attendance: 'remote' } as const;
			expect(await refused(db, () => confirmPresence(db, stage.partner, input, NOW))).toEqual([
				'meeting-not-open-for'
			]);
		}
	}));

test('an observer who is invited sees organisations and themselves, and no other people', () =>
	withDatabase(async (db) => {
		const { projectId, partner, coordinator, meeting, meetingId, kaznu } = await aStage(db);
		const observer = await anActor(db, { projectId, role: 'observer', organisationId: kaznu.id });
		const { personId } = partner;
		await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id });
		await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id, personId });
		await anInvitee(db, { projectId, meetingId, guestName: 'Jo' });
		const seen = await findMeetingPeople(db, observer, meeting.slug);
		expect([seen?.invitees.map((one) => one.name), seen?.hidden]).toEqual([[''], 2]);
		expect((await findMeetingPeople(db, coordinator, meeting.slug))?.invitees.length).toBe(3);
		const stranger = await anActor(db, { projectId, role: 'observer' });
		expect(await findMeetingPeople(db, stranger, meeting.slug)).toBeUndefined();
	}));

test('the page counts the quorum of the quality plan', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meeting, meetingId, kaznu } = await aStage(db, 'held');
		await anInvitee(db, { projectId, meetingId, organisationId: kaznu.id, attendance: 'remote' });
		const { quorum, quorumPercent } = (await findMeetingPeople(db, coordinator, meeting.slug)) ?? {};
		expect([quorumPercent, quorum?.there, quorum?.members, quorum?.needed]).toEqual([66, 1, 2, 2]);
		expect([quorum?.missing, quorum?.unrecorded]).toEqual([1, ['UPV']]);
	}));
