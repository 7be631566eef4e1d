import { can } from '#lib/domain/can.ts';
import { monthEnd, monthStart } from '#lib/domain/days.ts';
import { riskSubject } from '#lib/domain/risks/facts.ts';
import { wordingBlocks } from '#lib/domain/risks/guards.ts';
import { isRiskOver } from '#lib/domain/risks/life-cycle.ts';
import { isMitigationOverdue } from '#lib/domain/risks/mitigation.ts';
import { riskSteps } from '#lib/domain/risks/steps.ts';
import { page } from '#lib/server/http/page.ts';
import { findRiskPage } from '#lib/server/queries/find-risk-page.ts';
import { listActionOwners } from '#lib/server/queries/list-action-owners.ts';
import { listWorkPackages } from '#lib/server/queries/list-work-packages.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { riskActions } from './actions.server.ts';

export const load = page('risk:read', async ({ db, actor, project, today, param }) => {
	const { startOn, timeZone } = project;
	const number = /^[1-9]\d{0,2}$/.test(param('number')) ? Number(param('number')) : 0;
	const page = await findRiskPage(db, actor, number, { startOn, timeZone, today });
	if (!page) return undefined;
	const { found, measures, statements, periods, current } = page;
	const isOver = isRiskOver(found.state);
	const mayReport = can(actor, 'risk:report', found.subject).ok;
	const mayEdit = can(actor, 'risk:edit', found.subject).ok;
	const workPackages = await listWorkPackages(db, project.id);
	const owners = (mayReport || mayEdit) && !isOver ? await listActionOwners(db, project.id, today) : [];
	return {
		risk: {
			id: found.id,
			version: found.version,
			number: found.number,
			description: found.description,
			mitigation: found.mitigation,
			likelihood: found.likelihood,
			severity: found.severity,
			foreseen: found.foreseen === 1,
			state: found.state,
			origin: found.origin,
			ownerId: found.ownerId,
			owner: found.ownerName,
			organisation: found.ownerAcronym,
			level: page.level,
			workPackageIds: found.workPackageIds
		},
		trend: page.trend,
		since: page.since,
		events: page.events,
		actions: page.actions,
		evidence: page.evidence,
		workPackages: workPackages.map(({ id, number, title }) => ({ id, number, title })),
		steps: riskSteps(found, actor).map((step) => ({
			event: step.event,
			because: step.because && sentenceOf(step.because),
			blocks: step.blocks.map(sentenceOf)
		})),
		measures: measures.map((measure) => ({
			...measure,
			isOverdue: isMitigationOverdue(measure, today),
			mayEnd: measure.state === 'open' && can(actor, 'risk:report', riskSubject(found, measure.ownerId)).ok
		})),
		periods: periods
			.filter(({ startMonth }) => monthStart(startOn, startMonth) <= today)
			.map(({ id, number, startMonth, endMonth, lockedAt, isAsked }) => ({
				id,
				number,
				startOn: monthStart(startOn, startMonth),
				endOn: monthEnd(startOn, endMonth),
				isCurrent: id === current?.id,
				isLocked: lockedAt !== null,
				isAsked,
				said: statements.filter(({ reportingPeriodId }) => reportingPeriodId === id)
			}))
			.reverse(),
		owners,
		mayEdit: mayEdit && !isOver,
		mayReword: mayEdit && wordingBlocks(found).length === 0,
		mayReport,
		isOver,
		timeZone,
		today
	};
});

export const actions = riskActions;
