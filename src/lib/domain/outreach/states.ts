export const OUTREACH_STATES = ['planned', 'done', 'cancelled'] as const;
export type OutreachState = (typeof OUTREACH_STATES)[number];
