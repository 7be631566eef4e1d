export const MOBILITY_KINDS = ['visit', 'staff-exchange', 'workshop', 'training'] as const;
export type MobilityKind = (typeof MOBILITY_KINDS)[number];

export const MOBILITY_MODES = ['on-site', 'online', 'hybrid'] as const;
export type MobilityMode = (typeof MOBILITY_MODES)[number];
