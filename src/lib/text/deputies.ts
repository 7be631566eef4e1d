import type { DeputyState } from '#lib/domain/deputies.ts';

/** Where a deputy's agreement stands, as a badge. */
export const DEPUTY_BADGE = {
	proposed: { tone: 'waiting', label: 'asked to agree' },
	upcoming: { tone: 'info', label: 'agreed, still to begin' },
	active: { tone: 'good', label: 'stands in now' },
	over: { tone: 'neutral', label: 'over' },
	ended: { tone: 'neutral', label: 'ended' }
} as const satisfies Record<DeputyState, { tone: string; label: string }>;
