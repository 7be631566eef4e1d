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

export function isActionState(text: string): text is ActionState {
	return ACTION_STATES.some((state) => state === text);
}

/** A-007; more digits when they are needed. */
export function actionCode(number: number): string {
	return `A-${String(number).padStart(3, '0')}`;
}
