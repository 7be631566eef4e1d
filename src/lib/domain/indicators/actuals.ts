/** Silence is no standing: what was not reported has no row. */
export const ACTUAL_STANDINGS = ['value', 'nil', 'not-applicable'] as const;
export type ActualStanding = (typeof ACTUAL_STANDINGS)[number];

export const ACTUAL_STATES = ['reported', 'returned', 'accepted', 'verified'] as const;
export type ActualState = (typeof ACTUAL_STATES)[number];

export type ActualStep = 'report' | 'accept' | 'return' | 'verify';
