import { expect, test } from 'vitest';
import { createAction } from '#lib/server/commands/create-action.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { A_NEW_ACTION, A_NEW_DECISION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

test('an action from a decision keeps the decision, the point and the meeting behind it', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, meeting, point } = await anActionProject(db);
		const decision = await recordDecision(
			db,
			coordinator,
			{ ...A_NEW_DECISION, agendaItemId: point.id },
			NOW
		);
		const input = { ...A_NEW_ACTION, ownerId: owner.personId, decisionId: decision.id };
		const { code } = await createAction(db, coordinator, input, NOW);
		const row = await db.selectFrom('action').selectAll().executeTakeFirstOrThrow();
		const item = await db.selectFrom('item').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
		expect(code).toBe('A-001');
		expect(row).toMatchObject({
			originKind: 'decision',
			decisionId: decision.id,
			agendaItemId: point.id,
			meetingId: meeting.id,
			ownerId: owner.personId
		});
		expect(item).toMatchObject({
			kind: 'action',
			state: 'open',
			agreedOn: '2026-06-30',
			leadOrganisationId: owner.organisationId
		});
	}));

test('three actions made at once get three numbers', () =>
	withDatabase(async (db) => {
		const { coordinator, owner, meeting } = await anActionProject(db);
		const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
		const made = await Promise.all([1, 2, 3].map(() => createAction(db, coordinator, input, NOW)));
		expect(made.map(({ code }) => code).sort()).toEqual(['A-001', 'A-002', 'A-003']);
	}));

test('an action needs words, an owner who can act, a day and something it came from: all is said at once', () =>
	withDatabase(async (db) => {
		const { coordinator, projectId, meeting } = await anActionProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const bare = { ...A_NEW_ACTION, title: 'Report', dueOn: '2026-05-01', ownerId: observer.personId };
		expect(await refused(db, () => createAction(db, coordinator, bare, NOW))).toEqual([
			'action-origin-missing'
		]);
		const fromMeeting = { ...bare, meetingId: meeting.id };
		expect(await refused(db, () => createAction(db, coordinator, fromMeeting, NOW))).toEqual([
			'action-wording-short',
			'action-owner-cannot-act',
			'action-due-before-origin'
		]);
	}));

test('who chaired the meeting may give actions from it, other partners may not', () =>
	withDatabase(async (db) => {
		const { owner, projectId, meeting } = await anActionProject(db);
		const input = { ...A_NEW_ACTION, ownerId: owner.personId, meetingId: meeting.id };
		expect(await refused(db, () => createAction(db, owner, input, NOW))).toEqual(['out-of-scope']);
		await db.updateTable('meeting').set({ chairId: owner.personId }).execute();
		expect((await createAction(db, owner, input, NOW)).code).toBe('A-001');
		const stranger = await anActor(db, { projectId, role: 'qa-reviewer' });
		expect(await refused(db, () => createAction(db, stranger, input, NOW))).toEqual(['role-needed']);
	}));
