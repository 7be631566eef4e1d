import type { LifeCycle } from '#lib/domain/life-cycle.ts';
import type { Permission } from '#lib/domain/permissions.ts';

export const RISK_STATES = [
	'identified',
	'assessed',
	'mitigating',
	'materialised',
	'handled',
	'closed'
] as const;
export type RiskState = (typeof RISK_STATES)[number];

export const RISK_EVENTS = [
	'assess',
	'reassess',
	'mitigate',
	'materialise',
	'handle',
	'close',
	'reopen'
] as const;
export type RiskEvent = (typeof RISK_EVENTS)[number];

/** domain.md 3.5. To assess again moves nothing, so it stands apart; what comes back is assessed anew. */
export const RISK_LIFE_CYCLE = {
	assess: { from: ['identified'], to: 'assessed' },
	mitigate: { from: ['assessed'], to: 'mitigating' },
	materialise: { from: ['identified', 'assessed', 'mitigating'], to: 'materialised' },
	handle: { from: ['materialised'], to: 'handled' },
	close: { from: ['identified', 'assessed', 'mitigating'], to: 'closed' },
	reopen: { from: ['handled', 'closed'], to: 'identified' }
} as const satisfies LifeCycle<RiskState, Exclude<RiskEvent, 'reassess'>>;

export const RISK_PERMISSIONS = {
	assess: 'risk:assess',
	reassess: 'risk:assess',
	mitigate: 'risk:edit',
	materialise: 'risk:assess',
	handle: 'risk:assess',
	close: 'risk:assess',
	reopen: 'risk:assess'
} as const satisfies Record<RiskEvent, Permission>;

const OVER: readonly string[] = ['handled', 'closed'];

/** Handled or closed: nothing threatens any more, and no state of play is asked for. */
export function isRiskOver(state: string): boolean {
	return OVER.includes(state);
}

export function isRiskState(text: string): text is RiskState {
	return RISK_STATES.some((state) => state === text);
}
