import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { PlanMeeting } from '#lib/schemas/meetings/meetings.ts';
import { editMeeting } from '#lib/server/commands/edit-meeting.ts';
import { planMeeting } from '#lib/server/commands/plan-meeting.ts';
import { takeMeetingStep } from '#lib/server/commands/take-meeting-step.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const PLAN: PlanMeeting = {
	title: 'Steering committee',
	kind: 'steering-committee',
	mode: 'on-site',
	place: 'Almaty',
	link: null,
	seriesId: null,
	newSeries: '',
	country: null,
	hostOrganisationId: null,
	timeZone: '',
	chairId: null,
	secretaryId: null,
	workPackageIds: [],
	level: 'PU',
	summary: '',
	days: [
		{ day: '2026-07-01', startsAt: 540, endsAt: 1020 },
		{ day: '2026-07-02', startsAt: 540, endsAt: 780 }
	]
};

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const host = await anOrganisation(db, { projectId, timeZone: 'Asia/Almaty', country: 'KZ' });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const find = (id: string) =>
		db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	return { projectId, host, coordinator, find };
}

async function missing(db: Db, attempt: () => Promise<unknown>, problem = NotFound) {
	const before = await fingerprint(db);
	await expect(attempt()).rejects.toThrow(problem);
	expect(await fingerprint(db)).toEqual(before);
}

test('a meeting takes the zone of its host, a name for its address and a new series', () =>
	withDatabase(async (db) => {
		const { coordinator, host, find } = await aStage(db);
		const input = { ...PLAN, hostOrganisationId: host.id, newSeries: 'Steering committee' };
		const { id, slug } = await planMeeting(db, coordinator, input, NOW);
		expect(slug).toBe('steering-committee-2026-07');
		expect(await find(id)).toMatchObject({ timeZone: 'Asia/Almaty', state: 'planned', sequence: 0 });
		const days = await db.selectFrom('meetingDay').select('day').where('meetingId', '=', id).execute();
		expect(days).toHaveLength(2);
		const again = await planMeeting(db, coordinator, { ...PLAN, hostOrganisationId: host.id }, NOW);
		expect(again.slug).toBe('steering-committee-2026-07-2');
		expect(await refused(db, () => planMeeting(db, coordinator, input, NOW))).toEqual([
			'meeting-series-exists'
		]);
	}));

test('what a meeting lacks is said at once, and nothing is kept', () =>
	withDatabase(async (db) => {
		const { coordinator } = await aStage(db);
		const input: PlanMeeting = { ...PLAN, kind: 'national', place: '', timeZone: 'Asia/Atlantis' };
		expect(await refused(db, () => planMeeting(db, coordinator, input, NOW))).toEqual([
			'meeting-place-missing',
			'meeting-country-missing',
			'meeting-zone-unknown'
		]);
	}));

test('nobody and nothing of another project can be named', () =>
	withDatabase(async (db) => {
		const { coordinator } = await aStage(db);
		const other = await aStage(db);
		const series = await db
			.insertInto('meetingSeries')
			.values({
				id: crypto.randomUUID(),
				projectId: other.projectId,
				code: 'x',
				title: 'X',
				origin: 'entered'
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const package_ = await aWorkPackage(db, { projectId: other.projectId });
		for (const foreign of [
			{ chairId: other.coordinator.personId },
			{ secretaryId: other.coordinator.personId },
			{ hostOrganisationId: other.host.id },
			{ seriesId: series.id },
			{ workPackageIds: [package_.id] }
		])
			await missing(db, () => planMeeting(db, coordinator, { ...PLAN, ...foreign }, NOW));
	}));

test('a work package leader plans meetings of that work package only, and cannot move one elsewhere', () =>
	withDatabase(async (db) => {
		const { projectId, find } = await aStage(db);
		const own = await aWorkPackage(db, { projectId });
		const other = await aWorkPackage(db, { projectId, number: 9 });
		const scope = { type: 'work-package', id: own.id } as const;
		const leader = await anActor(db, { projectId, role: 'wp-leader', scope });
		expect(await refused(db, () => planMeeting(db, leader, PLAN, NOW))).toEqual(['out-of-scope']);
		const { id } = await planMeeting(db, leader, { ...PLAN, workPackageIds: [own.id] }, NOW);
		const change = { ...PLAN, meetingId: id, version: 1, workPackageIds: [other.id] };
		expect(await refused(db, () => editMeeting(db, leader, change, NOW))).toEqual(['out-of-scope']);
		expect((await find(id)).version).toBe(1);
	}));

test('a change that calendars take over counts the sequence on, and points of the agenda move with their day', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, find } = await aStage(db);
		const { id } = await planMeeting(db, coordinator, { ...PLAN, timeZone: 'Asia/Almaty' }, NOW);
		const first = await anAgendaItem(db, { projectId, meetingId: id, day: '2026-07-01' });
		const second = await anAgendaItem(db, { projectId, meetingId: id, day: '2026-07-02' });
		const head = { ...PLAN, timeZone: 'Asia/Almaty', meetingId: id };
		await editMeeting(db, coordinator, { ...head, version: 1, summary: 'To agree the pilots.' }, NOW);
		expect(await find(id)).toMatchObject({ version: 2, sequence: 0 });
		const days = [
			{ day: '2026-07-08', startsAt: 540, endsAt: 1020 },
			{ day: '2026-07-09', startsAt: 540, endsAt: 780 }
		];
		await editMeeting(db, coordinator, { ...head, version: 2, days }, NOW);
		expect(await find(id)).toMatchObject({ version: 3, sequence: 1 });
		const points = await db
			.selectFrom('agendaItem')
			.select(['id', 'day'])
			.where('meetingId', '=', id)
			.execute();
		expect(new Map(points.map((point) => [point.id, point.day]))).toEqual(
			new Map([
				[first.id, '2026-07-08'],
				[second.id, '2026-07-09']
			])
		);
		await missing(db, () => editMeeting(db, coordinator, { ...head, version: 2 }, NOW), Conflict);
	}));

test('invitations wait for everything a meeting needs; then it runs, ends, and stops its clock', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, find } = await aStage(db);
		const meeting = await aMeeting(db, {
			projectId,
			days: [{ day: '2026-06-15', startsAt: 540, endsAt: 900 }]
		});
		const step = (event: 'invite' | 'start' | 'end' | 'close', now = NOW) =>
			takeMeetingStep(db, coordinator, { meetingId: meeting.id, event, reason: '' }, now);
		expect(await refused(db, () => step('invite'))).toEqual(Array.from({ length: 4 }, () => 'meeting-lacks'));
		await anInvitee(db, { projectId, meetingId: meeting.id, organisationId: coordinator.organisationId });
		const opened = { openedAt: NOW.toISOString(), closedAt: null };
		const point = await anAgendaItem(db, { projectId, meetingId: meeting.id, ...opened });
		const officers = { chairId: coordinator.personId, secretaryId: coordinator.personId };
		await db.updateTable('meeting').set(officers).where('id', '=', meeting.id).execute();
		await step('invite');
		expect(await find(meeting.id)).toMatchObject({ state: 'invited', sequence: 1 });
		expect(await refused(db, () => step('start', new Date('2026-06-14T12:00:00Z')))).toEqual([
			'meeting-not-yet'
		]);
		await step('start');
		const later = new Date('2026-06-15T11:00:00.000Z');
		await step('end', later);
		const { closedAt } = await db
			.selectFrom('agendaItem')
			.select('closedAt')
			.where('id', '=', point.id)
			.executeTakeFirstOrThrow();
		expect(closedAt).toBe(later.toISOString());
		expect((await find(meeting.id)).state).toBe('held');
		expect(await refused(db, () => step('close'))).toEqual(['wrong-state', 'minutes-not-locked']);
	}));

test('a cancelled meeting stays with its reason, and in calendars', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, find } = await aStage(db);
		const meeting = await aMeeting(db, { projectId });
		const input = { meetingId: meeting.id, event: 'cancel', reason: 'The airport is closed.' } as const;
		const partner = await anActor(db, { projectId, role: 'partner' });
		expect(await refused(db, () => takeMeetingStep(db, partner, input, NOW))).toEqual(['role-needed']);
		await takeMeetingStep(db, coordinator, input, NOW);
		const kept = { state: 'cancelled', cancelledReason: 'The airport is closed.', sequence: 1 };
		expect(await find(meeting.id)).toMatchObject(kept);
		const acts = await db.selectFrom('auditEvent').select('act').where('chain', '=', projectId).execute();
		expect(acts).toEqual([{ act: 'meeting:cancel' }]);
	}));
