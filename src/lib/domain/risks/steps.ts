import type { AccessReason } from '#lib/domain/access-reason.ts';
import { can } from '#lib/domain/can.ts';
import { eventsFrom, type StateReason } from '#lib/domain/life-cycle.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { riskSubject, type RiskFacts } from './facts.ts';
import { eventBlocks } from './guards.ts';
import { RISK_LIFE_CYCLE, RISK_PERMISSIONS, type RiskEvent } from './life-cycle.ts';
import type { RiskReason } from './risk-reasons.ts';

export interface RiskStep {
	event: RiskEvent;
	/** Why this actor may not; null when the actor may. */
	because: AccessReason | null;
	blocks: readonly (RiskReason | StateReason)[];
}

const MOVES = ['assess', 'mitigate', 'materialise', 'handle', 'close', 'reopen'] as const;

/** Every step possible from where the risk stands, with what blocks it. */
export function riskSteps(risk: RiskFacts, actor: Actor): RiskStep[] {
	const moves: RiskEvent[] = eventsFrom(RISK_LIFE_CYCLE, MOVES, risk.state);
	const isAssessed = ['assessed', 'mitigating', 'materialised'].includes(risk.state);
	return [...(isAssessed ? (['reassess'] as const) : []), ...moves].map((event) => {
		const answer = can(actor, RISK_PERMISSIONS[event], riskSubject(risk));
		return {
			event,
			because: answer.ok ? null : answer.because,
			blocks: answer.ok ? eventBlocks(risk, event) : []
		};
	});
}
