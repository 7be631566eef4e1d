import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { answerInvitation } from '#lib/server/commands/answer-invitation.ts';
import { changeMeeting } from '#lib/server/commands/change-meeting.ts';
import { inviteOrganisation, invitePersonToMeeting } from '#lib/server/commands/invite-to-meeting.ts';
import { recordCalendarReply } from '#lib/server/commands/record-calendar-reply.ts';
import { meetingAttachments } from '#lib/server/mail/meeting-attachment.ts';
import { findMeetingPeople } from '#lib/server/queries/find-meeting-people.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { answerTo } from '#tests/support/calendar-answer.ts';
import { withDatabase } from '#tests/support/database.ts';
import { readCalendar } from '#tests/support/read-calendar.ts';
import { refused } from '#tests/support/refused.ts';

const LATER = new Date('2026-06-20T09:00:00.000Z');
const DAYS = [
	{ day: '2026-07-01', startsAt: 540, endsAt: 1020 },
	{ day: '2026-07-02', startsAt: 540, endsAt: 780 }
];

async function aStage(db: Db) {
	const { id: projectId, slug } = await aProject(db);
	const kaznu = await anOrganisation(db, { projectId, acronym: 'KazNU' });
	const convener = await anActor(db, { projectId, role: 'coordinator', name: 'Carmen' });
	const assel = await anActor(db, { projectId, organisationId: kaznu.id, name: 'Assel' });
	const bolat = await anActor(db, { projectId, organisationId: kaznu.id, name: 'Bolat' });
	const meeting = await aMeeting(db, { projectId, state: 'invited', sequence: 1, days: DAYS });
	const meetingId = meeting.id;
	await inviteOrganisation(db, convener, { meetingId, organisationId: kaznu.id }, NOW);
	await invitePersonToMeeting(db, convener, { meetingId, personId: assel.personId }, NOW);
	const filesFor = async ({ personId, name }: Actor) => {
		const person = { personId, name, email: await addressOf(db, personId) };
		const where = { slug, meetingId, origin: 'https://desk.example' };
		return meetingAttachments(db, where, person, NOW);
	};
	const bring = (text: string, actor = convener) =>
		recordCalendarReply(db, actor, { meetingId, text }, LATER);
	const list = async () =>
		(await findMeetingPeople(db, convener, meeting.slug))?.invitees.map((one) => [
			one.name,
			one.answer,
			one.isBrought ? `brought by ${one.answeredBy}` : one.answeredBy,
			one.answeredAt
		]);
	return { projectId, meeting, meetingId, kaznu, convener, assel, bolat, filesFor, bring, list };
}

async function addressOf(db: Db, personId: string): Promise<string> {
	const row = await db
		.selectFrom('person')
		.select('email')
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
	return row.email;
}

const answered = async (stage: Awaited<ReturnType<typeof aStage>>, actor: Actor, partstat: string) =>
	answerTo((await stage.filesFor(actor))[0]?.content ?? '', { partstat });

test('an invitation by mail asks its reader about the first day, for whoever invites; further days come beside it', () =>
	withDatabase(async (db) => {
		const { filesFor, assel, convener, meetingId } = await aStage(db);
		const files = await filesFor(assel);
		expect(files.map(({ contentType }) => /method=(.*)/.exec(contentType)?.[1])).toEqual([
			'REQUEST',
			'PUBLISH'
		]);
		const [asked, further] = files.map(({ content }) => readCalendar(content));
		expect(asked?.map((one) => [one.uid, one.sequence, one.startDate.toString()])).toEqual([
			[`${meetingId}-1`, 1, '2026-07-01T09:00:00']
		]);
		expect(further?.map((one) => [one.uid, one.attendees.length])).toEqual([[`${meetingId}-2`, 0]]);
		expect(asked?.[0]?.organizer).toBe(`mailto:${await addressOf(db, convener.personId)}`);
		const [attendee] = asked?.[0]?.attendees ?? [];
		expect(attendee?.getFirstValue()).toBe(`mailto:${await addressOf(db, assel.personId)}`);
		expect([attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')]).toEqual([
			'NEEDS-ACTION',
			'TRUE'
		]);
	}));

test('an observer gets the meeting without anybody’s address', () =>
	withDatabase(async (db) => {
		const { projectId, filesFor, convener, meetingId } = await aStage(db);
		const neo = await anOrganisation(db, { projectId, role: 'external' });
		const observer = await anActor(db, { projectId, role: 'observer', organisationId: neo.id });
		await invitePersonToMeeting(db, convener, { meetingId, personId: observer.personId }, NOW);
		const [file, ...others] = await filesFor(observer);
		expect(others).toEqual([]);
		expect(readCalendar(file?.content ?? '')).toHaveLength(2);
		expect(file?.content).not.toMatch(/mailto|METHOD|ORGANIZER|ATTENDEE/);
	}));

test('an answer that a calendar gave is recorded for its person, or for their organisation, with who brought it', () =>
	withDatabase(async (db) => {
		const stage = await aStage(db);
		await stage.bring(await answered(stage, stage.assel, 'ACCEPTED'));
		await stage.bring(await answered(stage, stage.bolat, 'TENTATIVE'));
		const at = '2026-06-16T08:00:00.000Z';
		expect(await stage.list()).toEqual([
			['', 'maybe', 'brought by Carmen', at],
			['Assel', 'yes', 'brought by Carmen', at]
		]);
		const [told] = await db
			.selectFrom('auditEvent')
			.select(['details', 'actorId'])
			.where('act', '=', 'meeting:answer')
			.orderBy('sequence')
			.execute();
		expect(told?.actorId).toBe(stage.convener.personId);
		expect(JSON.parse(told?.details ?? '')).toEqual({
			name: 'Assel (KazNU)',
			answer: 'yes',
			before: null,
			source: 'calendar-reply',
			from: 'Assel',
			sentAt: at
		});
	}));

test('an answer given on the page later than that of the calendar stands; one given earlier gives way', () =>
	withDatabase(async (db) => {
		const stage = await aStage(db);
		const own = { inviteeId: '', answer: 'no' } as const;
		const row = await db
			.selectFrom('meetingInvitee')
			.select('id')
			.where('personId', '=', stage.assel.personId)
			.executeTakeFirstOrThrow();
		await answerInvitation(db, stage.assel, { ...own, inviteeId: row.id }, NOW);
		const yes = await answered(stage, stage.assel, 'ACCEPTED');
		await stage.bring(yes);
		expect((await stage.list())?.[1]).toEqual([
			'Assel',
			'yes',
			'brought by Carmen',
			'2026-06-16T08:00:00.000Z'
		]);
		expect(await refused(db, () => stage.bring(yes))).toEqual(['calendar-reply-older']);
		await answerInvitation(db, stage.assel, { ...own, inviteeId: row.id }, new Date('2026-06-17T09:00:00Z'));
		expect(await refused(db, () => stage.bring(yes))).toEqual(['calendar-reply-older']);
		expect((await stage.list())?.[1]?.slice(0, 3)).toEqual(['Assel', 'no', 'Assel']);
	}));

test('what is no answer to this meeting as it was sent last, or of nobody invited, changes nothing', () =>
	withDatabase(async (db) => {
		const stage = await aStage(db);
		const other = await aStage(db);
		const [file] = await stage.filesFor(stage.assel);
		const invitation = file?.content ?? '';
		const answer = (given: Partial<Parameters<typeof answerTo>[1]>) =>
			answerTo(invitation, { partstat: 'ACCEPTED', ...given });
		const tried = (text: string) => refused(db, () => stage.bring(text));
		expect(await tried(invitation)).toEqual(['calendar-reply-unreadable']);
		expect(await tried(await answered(other, other.assel, 'ACCEPTED'))).toEqual(['calendar-reply-of-other']);
		expect(await tried(answer({ sequence: 2 }))).toEqual(['calendar-reply-of-other']);
		expect(await tried(answer({ from: 'nobody@example.org' }))).toEqual(['calendar-reply-uninvited']);
		expect(await tried(answer({ from: await addressOf(db, other.assel.personId) }))).toEqual([
			'calendar-reply-uninvited'
		]);
		await changeMeeting(db, { ...stage.meeting, version: 1, sequence: 1 }, { place: 'Narxoz' }, NOW, true);
		expect(await tried(answer({}))).toEqual(['calendar-reply-outdated']);
		await db.updateTable('meeting').set({ state: 'held' }).where('id', '=', stage.meetingId).execute();
		expect(await tried(answer({ sequence: 2 }))).toEqual(['meeting-not-open-for']);
	}));

test('only whoever prepares the meeting brings answers, and none to a foreign one', () =>
	withDatabase(async (db) => {
		const stage = await aStage(db);
		const other = await aStage(db);
		const text = await answered(stage, stage.assel, 'ACCEPTED');
		expect(await refused(db, () => stage.bring(text, stage.bolat))).toEqual(['role-needed']);
		await expect(stage.bring(text, other.convener)).rejects.toThrow(NotFound);
	}));
