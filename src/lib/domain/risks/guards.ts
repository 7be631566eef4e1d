import type { Day } from '#lib/domain/days.ts';
import { stateBlocks, type StateReason } from '#lib/domain/life-cycle.ts';
import { riskCode, type RiskFacts } from './facts.ts';
import { isRiskOver, RISK_LIFE_CYCLE, type RiskEvent } from './life-cycle.ts';
import type { RiskReason } from './risk-reasons.ts';
import type { Assessment } from './scale.ts';

type Blocks = (RiskReason | StateReason)[];

/** Assessing for the first time, or again; a second look that changes nothing says so in the state of play instead. */
export function assessBlocks(risk: RiskFacts, given: Assessment): Blocks {
	const isFirst = risk.state === 'identified';
	const isSame = risk.likelihood === given.likelihood && risk.severity === given.severity;
	return [
		...(isRiskOver(risk.state) ? [{ code: 'risk-over', risk: riskCode(risk) } as const] : []),
		...(given.likelihood === null || given.severity === null
			? [{ code: 'risk-degree-missing' } as const]
			: []),
		...(!isFirst && isSame ? [{ code: 'risk-unchanged' } as const] : [])
	];
}

/** Mitigation has begun when somebody watches the risk and at least one measure is agreed, with a day. */
function mitigateBlocks(risk: RiskFacts): Blocks {
	return [
		...stateBlocks(RISK_LIFE_CYCLE, risk.state, 'mitigate'),
		...(risk.ownerId === null ? [{ code: 'risk-without-owner', risk: riskCode(risk) } as const] : []),
		...(risk.steps === 0 ? [{ code: 'risk-without-measures', risk: riskCode(risk) } as const] : [])
	];
}

export function materialiseBlocks(risk: RiskFacts, given: { happenedOn: Day }, today: Day): Blocks {
	return [
		...stateBlocks(RISK_LIFE_CYCLE, risk.state, 'materialise'),
		...(given.happenedOn > today
			? [{ code: 'risk-happened-later', on: given.happenedOn, today } as const]
			: [])
	];
}

/** What was done is required by the form; here: nothing that was to be done may be left hanging. */
function handleBlocks(risk: RiskFacts): Blocks {
	return [...stateBlocks(RISK_LIFE_CYCLE, risk.state, 'handle'), ...openSteps(risk)];
}

export function closeBlocks(risk: RiskFacts): Blocks {
	return [...stateBlocks(RISK_LIFE_CYCLE, risk.state, 'close'), ...openSteps(risk)];
}

function openSteps(risk: RiskFacts): RiskReason[] {
	return risk.openSteps === 0
		? []
		: [{ code: 'risk-measures-open', risk: riskCode(risk), steps: risk.openSteps }];
}

/** What stands in the way of an event before anybody has typed anything. */
export function eventBlocks(risk: RiskFacts, event: RiskEvent): Blocks {
	switch (event) {
		case 'assess':
			return stateBlocks(RISK_LIFE_CYCLE, risk.state, 'assess');
		case 'reassess':
			return isRiskOver(risk.state) ? [{ code: 'risk-over', risk: riskCode(risk) }] : [];
		case 'mitigate':
			return mitigateBlocks(risk);
		case 'handle':
			return handleBlocks(risk);
		case 'close':
			return closeBlocks(risk);
		case 'materialise':
		case 'reopen':
			return stateBlocks(RISK_LIFE_CYCLE, risk.state, event);
	}
}

/** Annex 1 fixes the wording of a foreseen risk for good; of others it stays open as long as they are. */
export function wordingBlocks(risk: RiskFacts): RiskReason[] {
	if (risk.foreseen === 1) return [{ code: 'risk-frozen', risk: riskCode(risk) }];
	return isRiskOver(risk.state) ? [{ code: 'risk-over', risk: riskCode(risk) }] : [];
}
