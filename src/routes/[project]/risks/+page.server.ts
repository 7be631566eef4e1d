import { mayEver } from '#lib/domain/can.ts';
import { isRiskOver } from '#lib/domain/risks/life-cycle.ts';
import { matrixCells } from '#lib/domain/risks/matrix.ts';
import { filterRisks, readRiskFilter, sortRisks } from '#lib/domain/risks/register.ts';
import { page } from '#lib/server/http/page.ts';
import { findFrame } from '#lib/server/queries/find-frame.ts';
import { listRiskRegister } from '#lib/server/queries/list-risk-register.ts';

export const load = page('risk:read', async ({ db, actor, project, today, url }) => {
	const { startOn, timeZone } = project;
	const frame = await findFrame(db, project.id);
	const when = { startOn, timeZone, today };
	const { risks, period, since } = await listRiskRegister(db, project.id, frame, when);
	const filter = readRiskFilter(url.searchParams);
	const numbers = new Set(risks.flatMap(({ workPackages }) => workPackages));
	return {
		filter,
		total: risks.length,
		risks: sortRisks(filterRisks(risks, filter, actor.personId)),
		cells: matrixCells(risks, frame.plan),
		unsaid: risks.filter(({ hasStatement }) => hasStatement === false).length,
		said: risks.filter(({ hasStatement }) => hasStatement === true).length,
		unassessed: risks.filter(({ state, score }) => !isRiskOver(state) && score === null).length,
		worse: risks
			.filter(({ state, trend }) => !isRiskOver(state) && trend.direction === 'worse')
			.map(({ number }) => number),
		overdue: risks.reduce((sum, { overdueMeasures }) => sum + overdueMeasures, 0),
		workPackages: [...numbers].sort((a, b) => a - b),
		period: period && { number: period.number, endOn: period.endOn },
		since,
		mayPropose: mayEver(actor, 'risk:propose'),
		today
	};
});
