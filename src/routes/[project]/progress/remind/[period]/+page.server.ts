import { SendReminderSchema } from '#lib/schemas/progress.ts';
import { sendReminder } from '#lib/server/commands/progress/send-reminder.ts';
import { action } from '#lib/server/http/action.ts';
import { mailFlash } from '#lib/server/mail/running.ts';
import { page } from '#lib/server/http/page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findReminder, listReminders } from '#lib/server/queries/progress/find-reminder.ts';
import { findReportMatrix } from '#lib/server/queries/progress/find-report-matrix.ts';
import { reminderMail } from '#lib/text/reminder.ts';

export const load = page('reminder:send', async ({ db, actor, project, today, param }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const context = { plan, today, timeZone: project.timeZone };
	const found = await findReportMatrix(db, project.id, context);
	const period = found.periods.find(({ startsOn }) => startsOn === param('period'));
	if (!period) return undefined;
	const { startsOn, endsOn, dueOn } = period;
	return {
		period: { startsOn, endsOn, dueOn },
		silent: (await findReminder(db, actor, found, period, today)).map((one) => ({
			id: one.id,
			code: one.code,
			acronym: one.acronym,
			country: one.country,
			people: one.people.map(({ name, remindedOn }) => ({ name, remindedOn })),
			owed: one.owed.map(({ kind, code, title, dueOn: due }) => ({ kind, code, title, due })),
			earlier: one.earlier.map(({ startsOn: from, endsOn: to }) => ({ startsOn: from, endsOn: to }))
		})),
		sent: await listReminders(db, actor, period.id),
		timeZone: project.timeZone,
		today
	};
});

export const actions = {
	default: action('reminder:send', SendReminderSchema, async ({ db, actor, now, param }, input) => {
		await sendReminder(db, actor, param('period'), input, now, reminderMail);
		return { flash: mailFlash('reminder-sent') };
	})
};
