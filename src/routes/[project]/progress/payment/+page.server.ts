import { redirect } from '@sveltejs/kit';
import { datedPeriods, openPeriod } from '#lib/domain/payment-facts.ts';
import { page } from '#lib/server/http/page.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';

/** To the reporting period that runs. */
export const load = page('progress:read', async ({ db, project, today }) => {
	const periods = datedPeriods(await listReportingPeriods(db, project.id), project);
	redirect(303, `/${project.slug}/progress/payment/${openPeriod(periods, today)?.number ?? 1}`);
});
