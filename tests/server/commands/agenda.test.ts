import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { addAgendaItem, proposeAgendaItem } from '#lib/server/commands/add-agenda-item.ts';
import { decideAgendaProposal } from '#lib/server/commands/decide-agenda-proposal.ts';
import { editAgendaItem } from '#lib/server/commands/edit-agenda-item.ts';
import { linkAgendaRecord, unlinkAgendaRecord } from '#lib/server/commands/link-agenda-record.ts';
import { moveAgendaItem } from '#lib/server/commands/move-agenda-item.ts';
import { dropAgendaItem, parkAgendaItem } from '#lib/server/commands/park-agenda-item.ts';
import { runAgendaClock } from '#lib/server/commands/run-agenda-clock.ts';
import { takeAgendaItem } from '#lib/server/commands/take-agenda-item.ts';
import { findMeetingPage } from '#lib/server/queries/find-meeting-page.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const DAY = '2026-07-01';
const POINT = {
	title: 'Pilots of autumn',
	description: '',
	day: null,
	section: '',
	track: '',
	startsAt: null,
	minutes: 30,
	presenterId: null,
	presenterName: ''
};

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const partner = await anActor(db, { projectId, role: 'partner' });
	const meeting = await aMeeting(db, { projectId, state: 'invited' });
	const point = (given: Partial<Parameters<typeof anAgendaItem>[1]> = {}) =>
		anAgendaItem(db, { projectId, meetingId: meeting.id, day: DAY, ...given });
	const titles = async (actor: Actor) => {
		const page = await findMeetingPage(db, actor, meeting.slug);
		return page?.agenda.map(({ title, state }) => `${title} ${state}`);
	};
	return { projectId, coordinator, partner, meeting, meetingId: meeting.id, point, titles };
}

async function thrown(db: Db, attempt: () => Promise<unknown>, problem: typeof NotFound | typeof Conflict) {
	const before = await fingerprint(db);
	await expect(attempt()).rejects.toThrow(problem);
	expect(await fingerprint(db)).toEqual(before);
}

test('a point comes last on the first day, at a time of the day, presented by a member', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, titles } = await aStage(db);
		await addAgendaItem(db, coordinator, { meetingId, ...POINT, title: 'Opening', startsAt: 540 }, NOW);
		await addAgendaItem(db, coordinator, { meetingId, ...POINT }, NOW);
		expect(await titles(coordinator)).toEqual(['Opening planned', 'Pilots of autumn planned']);
		const early = { meetingId, ...POINT, startsAt: 60 };
		expect(await refused(db, () => addAgendaItem(db, coordinator, early, NOW))).toEqual([
			'agenda-time-outside'
		]);
		const late = { meetingId, ...POINT, day: '2026-07-09' };
		expect(await refused(db, () => addAgendaItem(db, coordinator, late, NOW))).toEqual([
			'agenda-day-outside'
		]);
		const stranger = await anActor(db, { projectId: (await aProject(db)).id });
		const foreign = { meetingId, ...POINT, presenterId: stranger.personId };
		await thrown(db, () => addAgendaItem(db, coordinator, foreign, NOW), NotFound);
	}));

test('somebody invited proposes, those who prepare the meeting decide, and others see nothing of it before', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner, meetingId, titles } = await aStage(db);
		const other = await anActor(db, { projectId, role: 'partner' });
		const propose = () => proposeAgendaItem(db, partner, { meetingId, ...POINT }, NOW);
		expect(await refused(db, propose)).toEqual(['out-of-scope']);
		await anInvitee(db, { projectId, meetingId, organisationId: partner.organisationId });
		const { id: pointId } = await propose();
		expect(await titles(partner)).toEqual(['Pilots of autumn proposed']);
		expect(await titles(other)).toEqual([]);
		const decide = { meetingId, pointId, verdict: 'decline', note: 'At the next meeting' } as const;
		expect(await refused(db, () => decideAgendaProposal(db, partner, decide, NOW))).toEqual(['role-needed']);
		await decideAgendaProposal(db, coordinator, decide, NOW);
		expect(await titles(partner)).toEqual(['Pilots of autumn declined']);
		expect(await refused(db, () => decideAgendaProposal(db, coordinator, decide, NOW))).toEqual([
			'agenda-point-settled'
		]);
	}));

test('two people who change one point do not overwrite each other', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, point } = await aStage(db);
		const { id: pointId } = await point();
		const edit = (title: string) =>
			editAgendaItem(db, coordinator, { meetingId, pointId, version: 1, ...POINT, title }, NOW);
		await edit('First');
		await thrown(db, () => edit('Second'), Conflict);
	}));

test('points change places by buttons, and the row stays a row', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, point, titles } = await aStage(db);
		const [a] = [await point({ title: 'A', position: 1 }), await point({ title: 'B', position: 1 })];
		await moveAgendaItem(db, coordinator, { meetingId, pointId: a.id, direction: 'down', before: null }, NOW);
		expect(await titles(coordinator)).toEqual(['B planned', 'A planned']);
		await moveAgendaItem(db, coordinator, { meetingId, pointId: a.id, direction: 'down', before: null }, NOW);
		expect(await titles(coordinator)).toEqual(['B planned', 'A planned']);
	}));

test('a point that is dragged stands before the one it was put on, or last', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, point, titles } = await aStage(db);
		const points = [];
		for (const title of ['A', 'B', 'C']) points.push(await point({ title, position: points.length + 1 }));
		const [a, , c] = points;
		const put = (pointId: string | undefined, before: string | null) =>
			moveAgendaItem(
				db,
				coordinator,
				{ meetingId, pointId: pointId ?? '', direction: 'before', before },
				NOW
			);
		await put(c?.id, a?.id ?? null);
		expect(await titles(coordinator)).toEqual(['C planned', 'A planned', 'B planned']);
		await put(c?.id, null);
		expect(await titles(coordinator)).toEqual(['A planned', 'B planned', 'C planned']);
		await put(a?.id, crypto.randomUUID());
		expect(await titles(coordinator)).toEqual(['A planned', 'B planned', 'C planned']);
	}));

test('a point waits in the backlog of its series for a later meeting; what was taken up stays', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, meeting, meetingId, point, titles } = await aStage(db);
		const series = { id: crypto.randomUUID(), projectId, code: 's', title: 'S', origin: 'entered' as const };
		await db.insertInto('meetingSeries').values(series).execute();
		await db.updateTable('meeting').set({ seriesId: series.id }).where('id', '=', meetingId).execute();
		const { id: pointId } = await point({ title: 'Later' });
		await parkAgendaItem(db, coordinator, { meetingId, pointId }, NOW);
		expect(await titles(coordinator)).toEqual([]);
		const elsewhere = await aMeeting(db, { projectId });
		const take = (id: string) => takeAgendaItem(db, coordinator, { meetingId: id, pointId, day: null }, NOW);
		await thrown(db, () => take(elsewhere.id), NotFound);
		const next = await aMeeting(db, { projectId, seriesId: series.id });
		await take(next.id);
		expect((await findMeetingPage(db, coordinator, next.slug))?.agenda.map(({ title }) => title)).toEqual([
			'Later'
		]);
		await thrown(db, () => take(meeting.id), NotFound);

		const begun = await point({ openedAt: NOW.toISOString() });
		for (const away of [parkAgendaItem, dropAgendaItem])
			expect(await refused(db, () => away(db, coordinator, { meetingId, pointId: begun.id }, NOW))).toEqual([
				'agenda-point-begun'
			]);
	}));

test('the clock runs in a running meeting only; what is taken up closes what was', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, point } = await aStage(db);
		const [a, b] = [await point(), await point()];
		const clock = (pointId: string, event: 'open' | 'close', now = NOW) =>
			runAgendaClock(db, coordinator, { meetingId, pointId, event }, now);
		expect(await refused(db, () => clock(a.id, 'open'))).toEqual(['agenda-clock-not-running']);
		await db.updateTable('meeting').set({ state: 'running' }).where('id', '=', meetingId).execute();
		await clock(a.id, 'open');
		const later = new Date(NOW.getTime() + 600_000);
		await clock(b.id, 'open', later);
		const rows = await db
			.selectFrom('agendaItem')
			.select(['id', 'openedAt', 'closedAt'])
			.orderBy('id')
			.execute();
		expect(rows).toEqual([
			{ id: a.id, openedAt: NOW.toISOString(), closedAt: later.toISOString() },
			{ id: b.id, openedAt: later.toISOString(), closedAt: null }
		]);
		expect(await refused(db, () => clock(a.id, 'close'))).toEqual(['agenda-clock-not-open']);
	}));

test('records are linked by code, each once, and only what the person can open', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner, meeting, meetingId, point } = await aStage(db);
		const { id: pointId } = await point();
		await aDeliverable(db, { projectId, code: 'D4.2' });
		const foreign = await aStage(db);
		await aDeliverable(db, { projectId: foreign.projectId, code: 'D9.9' });
		const link = (code: string, actor = coordinator) =>
			linkAgendaRecord(db, actor, { meetingId, pointId, code }, NOW);
		for (const code of ['D9.9', 'R7', 'nothing'])
			expect(await refused(db, () => link(code))).toEqual(['agenda-link-unknown']);
		expect(await refused(db, () => link('D4.2', partner))).toEqual(['role-needed']);
		await link('d4.2');
		expect(await refused(db, () => link('D4.2'))).toEqual(['agenda-link-there']);
		const [shown] = (await findMeetingPage(db, coordinator, meeting.slug))?.agenda ?? [];
		expect(shown?.links.map(({ code }) => code)).toEqual(['D4.2']);
		const [{ id: linkId } = { id: '' }] = shown?.links ?? [];
		const there = { meetingId: foreign.meetingId, linkId };
		await thrown(db, () => unlinkAgendaRecord(db, foreign.coordinator, there, NOW), NotFound);
		await unlinkAgendaRecord(db, coordinator, { meetingId, linkId }, NOW);
	}));

test('a point of another meeting is not there, whoever names it', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, projectId } = await aStage(db);
		const foreign = await aStage(db);
		const sibling = await aMeeting(db, { projectId });
		const strangers = [
			(await foreign.point()).id,
			(await anAgendaItem(db, { projectId, meetingId: sibling.id })).id,
			(await anAgendaItem(db, { projectId: foreign.projectId })).id
		];
		for (const pointId of strangers) {
			const named = { meetingId, pointId };
			const attempts = [
				() => editAgendaItem(db, coordinator, { ...named, ...POINT, version: 1 }, NOW),
				() => moveAgendaItem(db, coordinator, { ...named, direction: 'up', before: null }, NOW),
				() => parkAgendaItem(db, coordinator, named, NOW),
				() => dropAgendaItem(db, coordinator, named, NOW),
				() => takeAgendaItem(db, coordinator, { ...named, day: null }, NOW),
				() => decideAgendaProposal(db, coordinator, { ...named, verdict: 'accept', note: '' }, NOW),
				() => linkAgendaRecord(db, coordinator, { ...named, code: 'D4.2' }, NOW),
				() => runAgendaClock(db, coordinator, { ...named, event: 'open' }, NOW)
			];
			for (const attempt of attempts) await thrown(db, attempt, NotFound);
		}
		const there = { meetingId: foreign.meetingId, ...POINT };
		await thrown(db, () => addAgendaItem(db, coordinator, there, NOW), NotFound);
	}));

test('once the minutes go round the agenda stays as it is', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, point } = await aStage(db);
		const { id: pointId } = await point();
		const set = { state: 'held', minutesState: 'circulated' } as const;
		await db.updateTable('meeting').set(set).where('id', '=', meetingId).execute();
		for (const attempt of [
			() => addAgendaItem(db, coordinator, { meetingId, ...POINT }, NOW),
			() => editAgendaItem(db, coordinator, { meetingId, pointId, version: 1, ...POINT }, NOW),
			() => moveAgendaItem(db, coordinator, { meetingId, pointId, direction: 'up', before: null }, NOW),
			() => parkAgendaItem(db, coordinator, { meetingId, pointId }, NOW)
		])
			expect(await refused(db, attempt)).toEqual(['meeting-ended']);
	}));
