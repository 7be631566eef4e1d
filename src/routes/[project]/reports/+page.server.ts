import { redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/can.ts';
import { isExpected } from '#lib/domain/check-ins/check-ins.ts';
import { monthsKey, quartersUntil, readMonths, scopeOf, scopeSubject } from '#lib/domain/reports/reports.ts';
import { datedPeriods } from '#lib/domain/payment-facts.ts';
import { page } from '#lib/server/http/page.ts';
import { ofQuery } from '#lib/server/pages/reports.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';
import { scopeText } from '#lib/text/reports/words.ts';

export const load = page('report:read', async ({ db, actor, project, today, url }) => {
	const organisations = (await listOrganisations(db, project.id)).filter(isExpected);
	const { workPackages } = await listOutreachChoices(db, project.id);
	const keys = [
		'',
		...new Set(organisations.map(({ country }) => country)),
		...workPackages.map(({ number }) => `WP${number}`),
		...organisations.map(({ code }) => code)
	];
	const scopes = keys.flatMap((key) => {
		const scope = scopeOf(key, { organisations, workPackages });
		return scope && can(actor, 'report:read', scopeSubject(scope)).ok
			? [{ key, type: scope.type, text: scopeText(scope), query: ofQuery(scope) }]
			: [];
	});
	const asked = url.searchParams;
	const chosen = scopes.find(({ key }) => key === (asked.get('of') ?? '')) ?? scopes[0];
	const months = readMonths(`${asked.get('from') ?? ''}_${asked.get('until') ?? ''}`);
	if (months)
		redirect(303, `/${project.slug}/reports/${monthsKey(months.from, months.to)}${chosen?.query ?? ''}`);
	const periods = datedPeriods(await listReportingPeriods(db, project.id), project);
	return {
		scopes,
		of: chosen ?? null,
		asked: { from: asked.get('from') ?? '', until: asked.get('until') ?? '' },
		quarters: quartersUntil(project.startOn, today).slice(0, 8),
		periods: periods.filter(({ startsOn }) => startsOn <= today)
	};
});
