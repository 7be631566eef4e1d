import { mayEver } from '#lib/domain/can.ts';
import { matrixCells } from '#lib/domain/risks/matrix.ts';
import { filterRisks, readRiskFilter, sortRisks } from '#lib/domain/risks/register.ts';
import { page } from '#lib/server/http/page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listRiskRegister } from '#lib/server/queries/list-risk-register.ts';

export const load = page('risk:read', async ({ db, actor, project, today, url }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const { startOn, timeZone } = project;
	const { risks, period, since } = await listRiskRegister(db, project.id, plan, { startOn, timeZone, today });
	const filter = readRiskFilter(url.searchParams);
	const numbers = new Set(risks.flatMap(({ workPackages }) => workPackages));
	return {
		filter,
		total: risks.length,
		risks: sortRisks(filterRisks(risks, filter, actor.personId)),
		cells: matrixCells(risks, plan),
		unsaid: risks.filter(({ hasStatement }) => hasStatement === false).length,
		worse: risks.filter(({ trend }) => trend.direction === 'worse').map(({ number }) => number),
		overdue: risks.reduce((sum, { overdueMeasures }) => sum + overdueMeasures, 0),
		workPackages: [...numbers].sort((a, b) => a - b),
		period: period && { number: period.number, endOn: period.endOn },
		since,
		mayPropose: mayEver(actor, 'risk:propose'),
		today
	};
});
