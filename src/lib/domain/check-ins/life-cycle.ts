import type { LifeCycle } from '#lib/domain/life-cycle.ts';
import type { CheckInAnswer, CheckInEvent, CheckInState, Tier } from './check-ins.ts';

/** domain.md 3.5. `requested` is that there is no row; `locked` is said of the period. */
export const CHECK_IN_LIFE_CYCLE = {
	submit: { from: ['draft', 'returned'], to: 'submitted' },
	'report-nil': { from: ['draft', 'returned'], to: 'nil' },
	/** By its own organisation, before the due day and before anybody has accepted it. */
	'take-back': { from: ['submitted', 'nil'], to: 'draft' },
	return: { from: ['submitted', 'nil', 'accepted-country', 'accepted-project'], to: 'returned' },
	'accept-country': { from: ['submitted', 'nil'], to: 'accepted-country' },
	'accept-project': { from: ['submitted', 'nil', 'accepted-country'], to: 'accepted-project' }
} as const satisfies LifeCycle<CheckInState, Exclude<CheckInEvent, 'reopen'>>;

/** Where a check-in goes when its locked period is opened again: what was accepted for the project is accepted anew. */
export function reopenedState(tier: Tier, answer: CheckInAnswer | null): CheckInState {
	if (tier === 'country') return 'accepted-country';
	return answer === 'nil' ? 'nil' : 'submitted';
}
