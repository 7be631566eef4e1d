import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { makeCalendarFeed, markFeedRead, revokeCalendarFeed } from '#lib/server/commands/calendar-feed.ts';
import { editMeeting } from '#lib/server/commands/edit-meeting.ts';
import { sha256 } from '#lib/server/ids.ts';
import { calendarOf } from '#lib/server/pages/calendar.ts';
import { findCalendarFeed, findOwnFeed } from '#lib/server/queries/find-calendar-feed.ts';
import { listCalendarDays } from '#lib/server/queries/list-calendar-days.ts';
import { listCalendarMeetings } from '#lib/server/queries/list-calendar-meetings.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anItem } from '#tests/support/builders/an-item.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { readCalendar } from '#tests/support/read-calendar.ts';
import { refused } from '#tests/support/refused.ts';

const WHERE = { origin: 'https://desk.example', slug: 'leslie' };

async function seenBy(db: Db, actor: Actor) {
	const meetings = await listCalendarMeetings(db, actor);
	const days = await listCalendarDays(db, actor, TODAY);
	return readCalendar(calendarOf('LESLIE', WHERE, meetings, days));
}

const titles = async (db: Db, actor: Actor) => (await seenBy(db, actor)).map((one) => one.summary).sort();

test('a secret address is found by its secret only, of which the hash alone is kept', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const { secret } = await makeCalendarFeed(db, actor, NOW);
		expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
		expect((await findCalendarFeed(db, secret))?.personId).toBe(actor.personId);
		const rows = await db.selectFrom('calendarFeed').selectAll().execute();
		expect(rows.map((one) => one.id)).toEqual([sha256(secret)]);
		expect(JSON.stringify(rows)).not.toContain(secret);
		const trail = await db.selectFrom('auditEvent').select('details').execute();
		expect(JSON.stringify(trail)).not.toContain(secret);
		expect(await findCalendarFeed(db, sha256(secret))).toBeUndefined();
		expect(await findCalendarFeed(db, '')).toBeUndefined();
	}));

test('a new address ends the old one; a revoked one, and one of a closed account, are not there', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const first = await makeCalendarFeed(db, actor, NOW);
		const second = await makeCalendarFeed(db, actor, NOW);
		expect(await findCalendarFeed(db, first.secret)).toBeUndefined();
		expect(await findCalendarFeed(db, second.secret)).toBeDefined();
		await revokeCalendarFeed(db, actor, NOW);
		expect(await findCalendarFeed(db, second.secret)).toBeUndefined();
		expect(await findOwnFeed(db, actor)).toBeUndefined();
		expect(await refused(db, () => revokeCalendarFeed(db, actor, NOW))).toEqual(['no-calendar-address']);

		const third = await makeCalendarFeed(db, actor, NOW);
		await db
			.updateTable('person')
			.set({ disabledAt: NOW.toISOString() })
			.where('id', '=', actor.personId)
			.execute();
		expect(await findCalendarFeed(db, third.secret)).toBeUndefined();
	}));

test('nobody ends the calendar of somebody else', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const [one, other] = [await anActor(db, { projectId }), await anActor(db, { projectId })];
		const { secret } = await makeCalendarFeed(db, one, NOW);
		await makeCalendarFeed(db, other, NOW);
		await revokeCalendarFeed(db, other, NOW);
		expect(await findCalendarFeed(db, secret)).toBeDefined();
	}));

test('that a calendar asked is noted, once an hour at most', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const { secret } = await makeCalendarFeed(db, actor, NOW);
		const read = async (minutes: number) => {
			const feed = await findCalendarFeed(db, secret);
			if (feed) await markFeedRead(db, feed, new Date(NOW.getTime() + minutes * 60_000));
			return (await findOwnFeed(db, actor))?.lastReadAt;
		};
		expect([await read(0), await read(59), await read(60)]).toEqual([
			'2026-06-15T09:00:00.000Z',
			'2026-06-15T09:00:00.000Z',
			'2026-06-15T10:00:00.000Z'
		]);
	}));

test('members have every meeting of the project, observers those to which they are invited, and nobody a foreign one', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const neo = await anOrganisation(db, { projectId, role: 'external' });
		const observer = await anActor(db, { projectId, role: 'observer', organisationId: neo.id });
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator' });
		const partner = await anActor(db, { projectId });
		const open = await aMeeting(db, { projectId, title: 'Kick-off' });
		await anInvitee(db, { projectId, meetingId: open.id, organisationId: neo.id });
		await aMeeting(db, { projectId, title: 'Steering' });
		const qa = await aMeeting(db, { projectId, title: 'QA' });
		const { personId } = evaluator;
		await anInvitee(db, { projectId, meetingId: qa.id, personId, organisationId: evaluator.organisationId });
		const gone = await aMeeting(db, { projectId, title: 'Not theirs any more' });
		const at = NOW.toISOString();
		await anInvitee(db, { projectId, meetingId: gone.id, organisationId: neo.id, removedAt: at });
		const foreign = await aProject(db);
		await aMeeting(db, { projectId: foreign.id, title: 'Foreign' });

		expect(await titles(db, observer)).toEqual(['Kick-off']);
		expect(await titles(db, evaluator)).toEqual(['QA']);
		expect(await titles(db, partner)).toEqual(['Kick-off', 'Not theirs any more', 'QA', 'Steering']);
	}));

test('a meeting of two days is two events with names that stay; cancelled, it is said to be so', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const days = [
			{ day: '2026-07-01', startsAt: 540, endsAt: 1020 },
			{ day: '2026-07-02', startsAt: null, endsAt: null }
		];
		const { id } = await aMeeting(db, { projectId, title: 'Almaty', days, state: 'invited', sequence: 4 });
		const before = await seenBy(db, actor);
		expect(before.map((one) => [one.uid, one.summary, one.sequence, one.startDate.toString()])).toEqual([
			[`${id}-1`, 'Almaty (day 1 of 2)', 4, '2026-07-01T09:00:00'],
			[`${id}-2`, 'Almaty (day 2 of 2)', 4, '2026-07-02']
		]);
		await db
			.updateTable('meeting')
			.set({ state: 'cancelled', cancelledReason: 'No quorum in sight', sequence: 5 })
			.where('id', '=', id)
			.execute();
		const after = await seenBy(db, actor);
		expect(after.map((one) => one.uid)).toEqual(before.map((one) => one.uid));
		for (const one of after) {
			expect([one.sequence, one.component.getFirstPropertyValue('status')]).toEqual([5, 'CANCELLED']);
			expect(one.description).toContain('Cancelled: No quorum in sight');
		}
	}));

test('a day that falls away is cancelled in calendars, and comes back under its name', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId, role: 'coordinator' });
		const whole = { startsAt: 540, endsAt: 1020 };
		const days = [
			{ day: '2026-07-01', ...whole },
			{ day: '2026-07-02', ...whole },
			{ day: '2026-07-03', ...whole }
		];
		const meeting = await aMeeting(db, { projectId, title: 'Almaty', days });
		const head = { ...meeting, meetingId: meeting.id, newSeries: '', workPackageIds: [] };
		const seen = async () =>
			(await seenBy(db, actor)).map((one) => [
				one.uid,
				one.component.getFirstPropertyValue('status'),
				one.startDate.toString().slice(0, 10)
			]);
		await editMeeting(db, actor, { ...head, version: 1, days: days.slice(1, 2) }, NOW);
		expect(await seen()).toEqual([
			[`${meeting.id}-1`, 'TENTATIVE', '2026-07-02'],
			[`${meeting.id}-2`, 'CANCELLED', '2026-07-02'],
			[`${meeting.id}-3`, 'CANCELLED', '2026-07-03']
		]);
		await editMeeting(db, actor, { ...head, version: 2, days: days.slice(0, 2) }, NOW);
		expect(await seen()).toEqual([
			[`${meeting.id}-1`, 'TENTATIVE', '2026-07-01'],
			[`${meeting.id}-2`, 'TENTATIVE', '2026-07-02'],
			[`${meeting.id}-3`, 'CANCELLED', '2026-07-03']
		]);
	}));

test('deadlines are those of the own organisation, open, on the agreed day', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const own = { projectId, leadOrganisationId: actor.organisationId };
		const other = await anOrganisation(db, { projectId });
		await aDeliverable(db, {
			...own,
			code: 'D1.1',
			title: 'Plan',
			contractualOn: '2026-06-30',
			agreedOn: '2026-07-31'
		});
		await aDeliverable(db, {
			...own,
			code: 'D1.2',
			contractualOn: '2026-05-31',
			state: 'submitted',
			deliverable: { submittedOn: '2026-05-30' }
		});
		await aDeliverable(db, { ...own, code: 'D1.3' });
		await aDeliverable(db, {
			projectId,
			code: 'D1.4',
			leadOrganisationId: other.id,
			contractualOn: '2026-08-31'
		});
		await aMilestone(db, { ...own, code: 'MS1', title: 'Platform', contractualOn: '2026-08-31' });
		const found = (await seenBy(db, actor)).map((one) => [one.summary, one.startDate.toString()]);
		expect(found.sort()).toEqual([
			['D1.1 due: Plan', '2026-07-31'],
			['MS1 due: Platform', '2026-08-31']
		]);
	}));

test('actions of the person and of the organisation have their due day, until they are verified', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const elsewhere = await anOrganisation(db, { projectId });
		await anActionRow(db, { projectId, code: 'A-001', lead: elsewhere.id, owner: actor.personId });
		await anActionRow(db, { projectId, code: 'A-002', lead: actor.organisationId, owner: null });
		await anActionRow(db, { projectId, code: 'A-003', lead: elsewhere.id, owner: null });
		await anActionRow(db, {
			projectId,
			code: 'A-004',
			lead: elsewhere.id,
			owner: actor.personId,
			state: 'verified'
		});
		expect(await titles(db, actor)).toEqual(['A-001 due: Item A-001', 'A-002 due: Item A-002']);
		const observer = await anActor(db, { projectId, role: 'observer', organisationId: elsewhere.id });
		expect(await titles(db, observer)).toEqual([]);
	}));

interface GivenAction {
	projectId: string;
	code: string;
	lead: string;
	owner: string | null;
	state?: string;
}

async function anActionRow(db: Db, { projectId, code, lead, owner, state = 'open' }: GivenAction) {
	const { id: itemId } = await anItem(db, 'action', {
		projectId,
		code,
		leadOrganisationId: lead,
		agreedOn: '2026-07-15',
		state
	});
	await db
		.insertInto('action')
		.values({
			itemId,
			ownerId: owner,
			originKind: 'meeting',
			meetingId: null,
			agendaItemId: null,
			decisionId: null,
			originItemId: null,
			riskId: null,
			acceptedAt: null,
			declinedReason: null,
			proposedOwnerId: null,
			blockedReason: null,
			blockedAt: null,
			blockedByPersonId: null,
			blockedByItemId: null,
			doneText: null,
			doneBy: null,
			doneAt: null,
			verifiedBy: null,
			verifiedAt: null,
			endedReason: null,
			supersededByItemId: null
		})
		.execute();
}
