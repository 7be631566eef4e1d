export const HEALTHS = ['on-track', 'at-risk', 'late', 'unknown'] as const;
export type Health = (typeof HEALTHS)[number];
