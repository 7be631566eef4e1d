import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SendReminder } from '#lib/schemas/progress.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedPeriod, takePeriod, type TakenPeriod } from '#lib/server/commands/check-ins/take-period.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { newId } from '#lib/server/ids.ts';
import { findReminder, type RemindedOrganisation } from '#lib/server/queries/progress/find-reminder.ts';
import { findReportMatrix } from '#lib/server/queries/progress/find-report-matrix.ts';

/** What a mail says; the words come from who asks for it. */
type ReminderWords = (facts: {
	period: { startsOn: string; endsOn: string };
	dueOn: string;
	organisation: string;
	owed: RemindedOrganisation['owed'];
	earlier: RemindedOrganisation['earlier'];
	note: string;
	sender: string;
}) => { subject: string; body: string };

/**
 * Reminds those chosen who are silent in a period: one mail a person with everything that is waited for. Who was
 * reminded of it today already, or has reported meanwhile, is left out.
 */
export function sendReminder(
	db: Db,
	actor: Actor,
	startsOn: string,
	{ organisationIds, note }: SendReminder,
	now: Date,
	write: ReminderWords
): Promise<{ people: number }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		const period = await takePeriod(db, projectId, startsOn, now);
		const { plan, today, timeZone } = period;
		const found = await findReportMatrix(db, projectId, { plan, today, timeZone });
		for (const id of organisationIds) {
			const one = found.organisations.find((organisation) => organisation.id === id);
			if (!one) throw new NotFound();
			assertCan(actor, 'reminder:send', { countries: [one.country] });
		}
		const silent = await findReminder(db, actor, found, period, today);
		const chosen = silent.filter(({ id, people }) => organisationIds.includes(id) && people.length > 0);
		const isNew = ({ remindedOn }: RemindedOrganisation['people'][number]) => remindedOn !== today;
		const due = chosen.filter(({ people }) => people.some(isNew));
		assertNone([
			...(chosen.length === 0 ? [{ code: 'nobody-to-remind' } as const] : []),
			...(chosen.length > 0 && due.length === 0
				? [{ code: 'reminded-today', organisations: chosen.map(({ acronym }) => acronym) } as const]
				: [])
		]);
		const id = newId();
		await db
			.insertInto('reminder')
			.values({
				id,
				projectId,
				periodId: period.id,
				note,
				sentBy: actor.personId,
				sentFor: actor.actingFor?.name ?? '',
				sentAt: now.toISOString()
			})
			.execute();
		for (const organisation of due) {
			const people = organisation.people.filter(isNew).map((person) => person.id);
			await remind(db, actor, { id, period, organisation, people, note }, now, write);
		}
		const organisations = due.map(({ acronym }) => acronym);
		await recordAudit(db, actor, 'reminder:send', auditedPeriod(period), now, { organisations, note });
		return { people: due.reduce((sum, { people }) => sum + people.filter(isNew).length, 0) };
	});
}

async function remind(
	db: Db,
	actor: Actor,
	{
		id: reminderId,
		period,
		organisation,
		people,
		note
	}: {
		id: string;
		period: TakenPeriod;
		organisation: RemindedOrganisation;
		people: readonly string[];
		note: string;
	},
	now: Date,
	write: ReminderWords
): Promise<void> {
	const { owed, acronym } = organisation;
	const { id: periodId, today: sentOn, startsOn } = period;
	const rows = people.map((personId) => ({
		...{ reminderId, periodId, personId, sentOn },
		organisationId: organisation.id,
		owed: owed.length
	}));
	await db.insertInto('reminderRecipient').values(rows).execute();
	const mail = write({
		period,
		dueOn: period.dueOn,
		organisation: acronym,
		owed,
		earlier: organisation.earlier,
		note,
		sender: actor.name
	});
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'check-in-reminder',
			to: people,
			...mail,
			because: 'member',
			about: { type: 'check-in-period', id: periodId, label: `Check-in ${startsOn}` },
			path: `check-in/${startsOn}`,
			occasion: `check-in-reminder ${periodId} ${sentOn}`
		},
		now
	);
}
