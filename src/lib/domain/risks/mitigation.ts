import type { Day } from '#lib/domain/days.ts';
import { riskCode, type RiskFacts } from './facts.ts';
import { isRiskOver } from './life-cycle.ts';
import type { RiskReason } from './risk-reasons.ts';

export const MITIGATION_STATES = ['open', 'done', 'dropped'] as const;
export type MitigationState = (typeof MITIGATION_STATES)[number];

export function isMitigationOverdue(step: { state: MitigationState; dueOn: Day }, today: Day): boolean {
	return step.state === 'open' && step.dueOn < today;
}

/** A measure can be agreed as long as the risk threatens or is being handled, for a day to come. */
export function planMeasureBlocks(risk: RiskFacts, dueOn: Day, today: Day): RiskReason[] {
	return [
		...(isRiskOver(risk.state) ? [{ code: 'risk-over', risk: riskCode(risk) } as const] : []),
		...(dueOn < today ? [{ code: 'mitigation-due-passed', on: dueOn, today } as const] : [])
	];
}

export function endMeasureBlocks(step: { state: MitigationState }): RiskReason[] {
	return step.state === 'open' ? [] : [{ code: 'mitigation-ended' }];
}
