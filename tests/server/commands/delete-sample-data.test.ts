import { expect, test } from 'vitest';
import { deleteSampleData } from '#lib/server/commands/sample-data/delete-sample-data.ts';
import { newId } from '#lib/server/ids.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anAgendaItem } from '#tests/support/builders/an-agenda-item.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { withDatabase } from '#tests/support/database.ts';

const AT = NOW.toISOString();

test('a real entry that people of the demo worked on begins again where it began', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const { personId } = await anActor(db, { projectId });
		await db.updateTable('person').set({ origin: 'sample' }).where('id', '=', personId).execute();
		const entry = await anEntry(db, { projectId, state: 'designed', entry: { publicSince: AT } });
		await db.updateTable('entryStep').set({ state: 'idea', leftAt: AT }).execute();
		const step = { projectId, itemId: entry.id, organisationId: null, enteredAt: AT, leftAt: null };
		await db
			.insertInto('entryStep')
			.values({
				...step,
				id: newId(),
				number: 2,
				state: 'designed',
				how: 'step',
				note: '',
				record: '{}',
				takenBy: personId
			})
			.execute();
		const asked = { projectId, itemId: entry.id, personId, assignedBy: personId, assignedAt: AT };
		await db
			.insertInto('reviewAssignment')
			.values({ id: newId(), kind: 'signing', ...asked })
			.execute();

		await db.transaction().execute((db) => deleteSampleData(db, projectId));
		expect(await db.selectFrom('item').select('state').execute()).toEqual([{ state: 'idea' }]);
		expect(await db.selectFrom('entryStep').select(['number', 'leftAt']).execute()).toEqual([
			{ number: 1, leftAt: null }
		]);
		expect(await db.selectFrom('entry').select('publicSince').execute()).toEqual([{ publicSince: null }]);
	}));

test('of a real meeting goes what people of the demo wrote, and what was known before is there again', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const { personId, organisationId } = await anActor(db, { projectId });
		await db.updateTable('person').set({ origin: 'sample' }).where('id', '=', personId).execute();
		const meeting = await aMeeting(db, {
			projectId,
			origin: 'stated',
			state: 'closed',
			minutesState: 'locked',
			chairId: personId
		});
		const invented = await aMeeting(db, { projectId, origin: 'sample' });
		const invited = { projectId, meetingId: meeting.id, organisationId, origin: 'stated' as const };
		await anInvitee(db, { ...invited, attendance: 'in-person' });
		await anInvitee(db, { ...invited, personId, origin: 'sample' });
		const point = await anAgendaItem(db, { projectId, meetingId: meeting.id, origin: 'stated' });
		await anAgendaItem(db, { projectId, meetingId: invented.id, origin: 'sample' });
		const text = { agendaItemId: point.id, writtenAt: AT };
		await db
			.insertInto('minutesText')
			.values([
				{ ...text, version: 1, text: 'As published.', untilAt: AT },
				{ ...text, version: 2, text: 'As invented.', writtenBy: personId, organisationId }
			])
			.execute();
		await db
			.insertInto('minutesCirculation')
			.values({
				id: newId(),
				projectId,
				meetingId: meeting.id,
				number: 1,
				content: '{}',
				sha256: 'x',
				circulatedBy: personId,
				circulatedAt: AT,
				objectionsUntilOn: '2026-07-01',
				origin: 'entered'
			})
			.execute();

		await db.transaction().execute((db) => deleteSampleData(db, projectId));
		const left = db.selectFrom('meeting').select(['slug', 'state', 'minutesState', 'chairId']);
		expect(await left.execute()).toEqual([
			{ slug: meeting.slug, state: 'held', minutesState: 'draft', chairId: null }
		]);
		expect(await db.selectFrom('minutesText').select(['text', 'untilAt']).execute()).toEqual([
			{ text: 'As published.', untilAt: null }
		]);
		expect(await db.selectFrom('meetingInvitee').select('attendance').execute()).toEqual([
			{ attendance: 'in-person' }
		]);
		expect(await db.selectFrom('agendaItem').select('id').execute()).toEqual([{ id: point.id }]);
	}));
