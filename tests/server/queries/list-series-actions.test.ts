import { expect, test } from 'vitest';
import { createAction } from '#lib/server/commands/create-action.ts';
import { listSeriesActions } from '#lib/server/queries/list-series-actions.ts';
import { aMeeting } from '#tests/support/builders/a-meeting.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { A_NEW_ACTION, anActionProject } from '#tests/support/builders/an-action-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

test('what earlier meetings of a series left open stands before the next one, until it is verified', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, owner, meeting } = await anActionProject(db);
		const series = { id: crypto.randomUUID(), projectId, code: 's', title: 'S', origin: 'entered' as const };
		await db.insertInto('meetingSeries').values(series).execute();
		await db.updateTable('meeting').set({ seriesId: series.id }).where('id', '=', meeting.id).execute();
		const input = { ...A_NEW_ACTION, meetingId: meeting.id, ownerId: owner.personId };
		const { id, code } = await createAction(db, coordinator, input, NOW);
		const next = await aMeeting(db, { projectId, seriesId: series.id });
		const other = await aMeeting(db, { projectId });
		const observer = await anActor(db, { projectId, role: 'observer' });

		const [shown, ...more] = await listSeriesActions(db, owner, next);
		expect(shown).toMatchObject({
			code,
			title: input.title,
			owner: 'Oraz',
			state: 'open',
			agreedOn: '2026-06-30'
		});
		expect(more).toEqual([]);
		expect(await listSeriesActions(db, owner, { ...meeting, seriesId: series.id })).toEqual([]);
		expect(await listSeriesActions(db, owner, other)).toEqual([]);
		expect(await listSeriesActions(db, observer, next)).toEqual([]);
		await db.updateTable('item').set({ state: 'verified' }).where('id', '=', id).execute();
		expect(await listSeriesActions(db, owner, next)).toEqual([]);
	}));
