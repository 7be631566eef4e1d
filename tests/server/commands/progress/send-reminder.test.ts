import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { sendReminder } from '#lib/server/commands/progress/send-reminder.ts';
import { reportNil } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { listReminders } from '#lib/server/queries/progress/find-reminder.ts';
import { reminderMail } from '#lib/text/reminder.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const OVERDUE = new Date('2026-06-15T09:00:00.000Z');
const NEXT_DAY = new Date('2026-06-16T09:00:00.000Z');

const mails = (db: Db) =>
	db
		.selectFrom('outboxMail')
		.select(['toPersonId', 'subject', 'body', 'path', 'kind'])
		.where('kind', '=', 'check-in-reminder')
		.orderBy('id')
		.execute();
const log = (db: Db) => db.selectFrom('reminderRecipient').selectAll().execute();

test('who is silent gets one mail that names all they owe, and it is on record', async () => {
	await withDatabase(async (db) => {
		const { coordinator, partner, bsu } = await aCheckInProject(db);
		const { people } = await sendReminder(
			db,
			coordinator,
			PERIOD,
			{ organisationIds: [bsu.id], note: 'Before Friday, please' },
			OVERDUE,
			reminderMail
		);
		expect(people).toBe(1);
		const [mail, ...others] = await mails(db);
		expect(others).toEqual([]);
		expect(mail).toMatchObject({ toPersonId: partner.personId, path: `check-in/${PERIOD}` });
		expect(mail?.body).toContain('D4.1');
		expect(mail?.body).toContain('Before Friday, please');
		expect(await log(db)).toMatchObject([{ personId: partner.personId, owed: 1, sentOn: '2026-06-15' }]);
	});
});

test('nobody is reminded twice on a day; on the next day they are', async () => {
	await withDatabase(async (db) => {
		const { coordinator, bsu } = await aCheckInProject(db);
		const remind = (at: Date) =>
			sendReminder(db, coordinator, PERIOD, { organisationIds: [bsu.id], note: '' }, at, reminderMail);
		await remind(OVERDUE);
		await expect(remind(OVERDUE)).rejects.toThrow(Refusal);
		expect(await mails(db)).toHaveLength(1);
		await remind(NEXT_DAY);
		expect(await mails(db)).toHaveLength(2);
	});
});

test('who has reported, and who still has time, is not reminded', async () => {
	await withDatabase(async (db) => {
		const { coordinator, partner, bsu } = await aCheckInProject(db);
		const remind = (at: Date) =>
			sendReminder(db, coordinator, PERIOD, { organisationIds: [bsu.id], note: '' }, at, reminderMail);
		await expect(remind(IN_TIME)).rejects.toThrow(Refusal);
		await reportNil(db, partner, PERIOD, aWrittenCheckIn(), IN_TIME);
		await expect(remind(OVERDUE)).rejects.toThrow(Refusal);
		expect(await mails(db)).toEqual([]);
		expect(await log(db)).toEqual([]);
	});
});

test('a national coordinator reminds the own country only', async () => {
	await withDatabase(async (db) => {
		const { projectId, national, upv, bsu } = await aCheckInProject(db);
		const remind = (id: string) =>
			sendReminder(db, national, PERIOD, { organisationIds: [id], note: '' }, OVERDUE, reminderMail);
		await expect(remind(upv.id)).rejects.toThrow(Refusal);
		expect(await mails(db)).toEqual([]);
		await anActor(db, { projectId, organisationId: bsu.id, role: 'qa-reviewer' });
		await remind(bsu.id);
		expect(await mails(db)).toHaveLength(1);
	});
});

test('what was sent is told to those who remind these organisations: of the own country, or all', async () => {
	await withDatabase(async (db) => {
		const { projectId, coordinator, national, upv, bsu } = await aCheckInProject(db);
		const both = { organisationIds: [upv.id, bsu.id], note: 'Before Friday, please' };
		await sendReminder(db, coordinator, PERIOD, both, OVERDUE, reminderMail);
		const { id } = await db
			.selectFrom('checkInPeriod')
			.select('id')
			.where('projectId', '=', projectId)
			.where('startsOn', '=', PERIOD)
			.executeTakeFirstOrThrow();
		const told = async (actor: Actor) =>
			(await listReminders(db, actor, id)).map(({ to }) => to.map(({ acronym }) => acronym));
		expect(await told(coordinator)).toEqual([[upv.acronym, bsu.acronym]]);
		expect(await told(national)).toEqual([[bsu.acronym]]);
		expect(await told({ ...national, grants: [] })).toEqual([]);
	});
});
