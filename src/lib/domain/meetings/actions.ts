export const ACTION_STATES = [
	'open',
	'accepted',
	'in-progress',
	'blocked',
	'done-claimed',
	'verified',
	'declined',
	'cancelled',
	'superseded'
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What an action came from; the record itself stands beside it. */
export const ACTION_ORIGINS = ['meeting', 'agenda', 'decision', 'review', 'risk'] as const;
export type ActionOrigin = (typeof ACTION_ORIGINS)[number];
