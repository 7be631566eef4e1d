import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { acceptAction } from '#lib/server/commands/accept-action.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { declineAction } from '#lib/server/commands/decline-action.ts';
import { handOverAction } from '#lib/server/commands/hand-over-action.ts';
import { takeMeetingStep } from '#lib/server/commands/take-meeting-step.ts';
import { A_NEW_ACTION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { withDatabase } from '#tests/support/database.ts';

const LATER = new Date(NOW.getTime() + 60_000);
const LATEST = new Date(NOW.getTime() + 120_000);

const mailsOf = (db: Db) =>
	db
		.selectFrom('outboxMail')
		.innerJoin('person', 'person.id', 'outboxMail.toPersonId')
		.select(['person.name', 'kind', 'because', 'path'])
		.orderBy('outboxMail.createdAt')
		.orderBy('outboxMail.id')
		.execute();

async function anAction(db: Db) {
	const project = await anActionProject(db);
	const { coordinator, owner, meeting } = project;
	const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
	const { id: itemId } = await createAction(db, coordinator, input, NOW);
	return { ...project, itemId };
}

test('a new action is told once to its owner, with the place where it is accepted', () =>
	withDatabase(async (db) => {
		await anAction(db);
		expect(await mailsOf(db)).toEqual([
			{ name: 'Oraz', kind: 'action-created', because: 'owner', path: 'actions/A-001' }
		]);
	}));

test('nobody is told of what they did themselves', () =>
	withDatabase(async (db) => {
		const { owner, itemId } = await anAction(db);
		await acceptAction(db, owner, { itemId, version: 1, note: '' }, LATER);
		expect(await mailsOf(db)).toHaveLength(1);
	}));

test('a declined action is told to who settles it, a handed-over one to its new owner', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, itemId, projectId } = await anAction(db);
		const other = await anActor(db, { projectId, name: 'Olga' });
		const declined = { itemId, version: 1, reason: 'On leave', proposedOwnerId: other.personId };
		await declineAction(db, owner, declined, LATER);
		await handOverAction(db, coordinator, { itemId, version: 2, ownerId: other.personId, note: '' }, LATEST);
		expect((await mailsOf(db)).slice(1)).toEqual([
			{ name: 'Carmen', kind: 'ball', because: 'holder', path: 'actions/A-001' },
			{ name: 'Olga', kind: 'ball', because: 'holder', path: 'actions/A-001' }
		]);
	}));

test('who is invited to a meeting in person or by their organisation is told once, and of its end too', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, owner } = await anActionProject(db);
		const chairId = coordinator.personId;
		const days = [{ day: '2026-07-01', startsAt: 540, endsAt: 1020 }];
		const meeting = await aMeeting(db, { projectId, state: 'planned', days, chairId, secretaryId: chairId });
		await anAgendaItem(db, { projectId, meetingId: meeting.id });
		const { organisationId, personId } = owner;
		await anInvitee(db, { projectId, meetingId: meeting.id, organisationId });
		await anInvitee(db, { projectId, meetingId: meeting.id, organisationId, personId });
		const step = { meetingId: meeting.id, reason: '' };
		await takeMeetingStep(db, coordinator, { ...step, event: 'invite' }, NOW);
		await takeMeetingStep(db, coordinator, { ...step, event: 'cancel', reason: 'Strike' }, LATER);
		expect((await mailsOf(db)).map(({ name, kind }) => [name, kind])).toEqual([
			['Oraz', 'meeting-invited'],
			['Oraz', 'meeting-cancelled']
		]);
	}));
