import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { addMeetingEvidence } from '#lib/server/commands/add-meeting-evidence.ts';
import { evidenceOfProject } from '#lib/server/commands/evidence-of.ts';
import { removeMeetingEvidence } from '#lib/server/commands/remove-meeting-evidence.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { findMeetingPage } from '#lib/server/queries/find-meeting-page.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const invited = await anActor(db, { projectId, role: 'partner' });
	const other = await anActor(db, { projectId, role: 'partner' });
	const meeting = await aMeeting(db, { projectId });
	const meetingId = meeting.id;
	await anInvitee(db, { projectId, meetingId, organisationId: invited.organisationId });
	const target = { meetingId, pointId: null, purpose: 'paper', permission: 'meeting:edit' } as const;
	return { projectId, coordinator, invited, other, meeting, meetingId, target };
}

test('a sensitive paper opens for those invited and not for others, a public one for all who see the meeting', () =>
	withDatabase(async (db) => {
		const { coordinator, invited, other, meeting, target } = await aStage(db);
		const { id: secret } = await someEvidence(db, coordinator, { level: 'SEN' });
		const { id: open } = await someEvidence(db, coordinator, { level: 'PU' });
		await addMeetingEvidence(db, coordinator, target, async () => [secret, open], NOW);
		const readable = async (actor: typeof invited) =>
			(await Promise.all([secret, open].map((id) => findEvidenceFile(db, actor, id)))).map(Boolean);
		expect(await readable(coordinator)).toEqual([true, true]);
		expect(await readable(invited)).toEqual([true, true]);
		expect(await readable(other)).toEqual([false, true]);
		const shown = await findMeetingPage(db, other, meeting.slug);
		expect(shown?.papers.map(({ evidenceId }) => evidenceId)).toEqual([open]);
	}));

test('somebody invited brings papers, nobody else does; each stands once with its point', () =>
	withDatabase(async (db) => {
		const { projectId, invited, other, meetingId, target } = await aStage(db);
		const point = await anAgendaItem(db, { projectId, meetingId });
		const at = { ...target, pointId: point.id, permission: 'agenda:propose' } as const;
		const link = (actor: typeof invited) => (db: Db) =>
			insertLinkEvidence(db, actor, { url: 'https://example.org/s', name: 'Slides', level: 'PU' }, NOW);
		const add = (actor: typeof invited) =>
			addMeetingEvidence(db, actor, at, async (db) => [await link(actor)(db)], NOW);
		expect(await refused(db, () => add(other))).toEqual(['out-of-scope']);
		await add(invited);
		const { evidenceId } = await db
			.selectFrom('meetingEvidence')
			.select('evidenceId')
			.executeTakeFirstOrThrow();
		const again = () => addMeetingEvidence(db, invited, at, async () => [evidenceId], NOW);
		expect(await refused(db, again)).toEqual(['evidence-already-linked']);
	}));

test('evidence that the project has already becomes a paper, as far as one may read it, and stays what it was', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, invited, other, meeting, meetingId, target } = await aStage(db);
		const { id: workPackageId } = await aWorkPackage(db, { projectId });
		await db.insertInto('meetingWorkPackage').values({ meetingId, workPackageId }).execute();
		const scope = { type: 'work-package', id: workPackageId } as const;
		const leader = await anActor(db, { projectId, role: 'wp-leader', scope });
		const { id: own } = await someEvidence(db, coordinator, { level: 'SEN' });
		const point = await anAgendaItem(db, { projectId, meetingId });
		const reuse = (actor: typeof leader, evidenceId: string) =>
			addMeetingEvidence(
				db,
				actor,
				{ ...target, pointId: point.id },
				evidenceOfProject(actor, evidenceId),
				NOW
			);
		await reuse(coordinator, own);
		const shown = await findMeetingPage(db, invited, meeting.slug);
		expect(shown?.papers.map((one) => [one.evidenceId, one.agendaItemId])).toEqual([[own, point.id]]);
		expect((await db.selectFrom('evidence').select('id').execute()).length).toBe(1);
		expect(await refused(db, () => reuse(coordinator, own))).toEqual(['evidence-already-linked']);

		const { id: foreign } = await someEvidence(db, (await aStage(db)).coordinator, { level: 'PU' });
		await expect(reuse(coordinator, foreign)).rejects.toThrow(NotFound);
		const { id: secret } = await someEvidence(db, other, { level: 'SEN' });
		const before = await fingerprint(db);
		await expect(reuse(leader, secret)).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
		await reuse(leader, (await someEvidence(db, leader, { level: 'SEN' })).id);
	}));

test('a paper is taken away by those who prepare its meeting; a foreign one is not there', () =>
	withDatabase(async (db) => {
		const { coordinator, meetingId, target, meeting } = await aStage(db);
		const foreign = await aStage(db);
		const { id: paper } = await someEvidence(db, coordinator, { level: 'PU' });
		await addMeetingEvidence(db, coordinator, target, async () => [paper], NOW);
		const { id: useId } = await db.selectFrom('meetingEvidence').select('id').executeTakeFirstOrThrow();
		const before = await fingerprint(db);
		const there = { meetingId: foreign.meetingId, useId };
		await expect(removeMeetingEvidence(db, foreign.coordinator, there, NOW)).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
		await removeMeetingEvidence(db, coordinator, { meetingId, useId }, NOW);
		expect((await findMeetingPage(db, coordinator, meeting.slug))?.papers).toEqual([]);
		await db.updateTable('meeting').set({ state: 'closed' }).where('id', '=', meetingId).execute();
		const late = () => addMeetingEvidence(db, coordinator, target, async () => [paper], NOW);
		expect(await refused(db, late)).toEqual(['meeting-papers-closed']);
	}));
