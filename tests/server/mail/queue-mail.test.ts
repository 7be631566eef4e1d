import { expect, test } from 'vitest';
import { queueMail, type QueuedMail } from '#lib/server/commands/queue-mail.ts';
import { withDatabase } from '#tests/support/database.ts';
import { aPerson } from '#tests/support/builders/a-person.ts';
import { aProject } from '#tests/support/builders/a-project.ts';

const NOW = new Date('2026-06-15T09:00:00.000Z');

function mailTo(projectId: string, to: readonly string[], more: Partial<QueuedMail> = {}): QueuedMail {
	return {
		projectId,
		kind: 'due-broken',
		to,
		subject: 'D4.2 was due yesterday',
		body: 'Text',
		because: 'lead',
		...more
	};
}

test('whoever is named twice is told once', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const person = await aPerson(db);
		await queueMail(db, mailTo(projectId, [person.id, person.id]), NOW);
		expect(await db.selectFrom('outboxMail').select('toPersonId').execute()).toEqual([
			{ toPersonId: person.id }
		]);
	}));

test('each person is told once of an occasion, however often it is found again', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const [ada, bela] = [await aPerson(db), await aPerson(db)];
		const occasion = 'due-broken:D4.2:2026-06-14';
		await queueMail(db, mailTo(projectId, [ada.id], { occasion }), NOW);
		await queueMail(db, mailTo(projectId, [ada.id, bela.id], { occasion }), NOW);
		const rows = await db.selectFrom('outboxMail').select('toPersonId').orderBy('id').execute();
		expect(rows.map((row) => row.toPersonId)).toEqual([ada.id, bela.id]);
	}));

test('a mail taken back with its change was never there', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const person = await aPerson(db);
		const change = db.transaction().execute(async (db) => {
			await queueMail(db, mailTo(projectId, [person.id]), NOW);
			throw new Error('the change failed');
		});
		await expect(change).rejects.toThrow('the change failed');
		expect(await db.selectFrom('outboxMail').selectAll().execute()).toEqual([]);
	}));
