import { backwardPlan } from '#lib/domain/backward-plan.ts';
import { can } from '#lib/domain/can.ts';
import { datesFixedBlocks } from '#lib/domain/date-moves.ts';
import { lateness } from '#lib/domain/lateness.ts';
import { MoveAgreedDateSchema, MoveForecastSchema } from '#lib/schemas/dates.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { moveForecast } from '#lib/server/commands/move-forecast.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { listDateMoves } from '#lib/server/queries/list-date-moves.ts';
import { itemHref } from '#lib/text/links.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

export const load = page('progress:read', async ({ db, actor, project, today, param }) => {
	const facts = await findMovableItem(db, project.id, { code: param('code') });
	if (!facts) return undefined;
	const { item, subject } = facts;
	const { plan } = await findQualityPlan(db, project.id);
	const late = lateness(item, today, plan.atRiskDays);
	const fixed = datesFixedBlocks(item);
	const may = (permission: 'item:forecast' | 'item:agree-date') => {
		const answer = can(actor, permission, subject);
		const reasons = answer.ok ? fixed : [answer.because, ...fixed];
		return reasons.map(sentenceOf);
	};
	const hasBackwardPlan = item.kind === 'deliverable' && late.due !== null && late.state !== 'ended';
	return {
		item: { id: item.id, code: item.code, title: item.title, state: item.state, version: item.version },
		href: itemHref(project.slug, item),
		lead: item.leadAcronym,
		country: item.leadCountry,
		contractualOn: item.contractualOn,
		agreedOn: item.agreedOn,
		forecastOn: item.forecastOn,
		agreedBy: item.agreedReference,
		late,
		backwardPlan: hasBackwardPlan && late.due ? backwardPlan(late.due, plan, item.leadCountry) : null,
		forecastBlocks: may('item:forecast'),
		agreedBlocks: may('item:agree-date'),
		reasons: plan.slipReasons,
		decisions: can(actor, 'item:agree-date', subject).ok ? await listDecisionOptions(db, project.id) : [],
		moves: await listDateMoves(db, project.id, item.id, project.timeZone),
		today,
		startOn: project.startOn,
		timeZone: project.timeZone
	};
});

export const actions = {
	forecast: action('item:forecast', MoveForecastSchema, async ({ db, actor, now }, input) => {
		const { code } = await moveForecast(db, actor, input, now);
		return { flash: 'forecast-moved', label: code };
	}),
	agree: action('item:agree-date', MoveAgreedDateSchema, async ({ db, actor, now }, input) => {
		const { code } = await moveAgreedDate(db, actor, input, now);
		return { flash: 'agreed-date-moved', label: code };
	})
};
