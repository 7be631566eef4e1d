import type { LifeCycle } from '#lib/domain/life-cycle.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { ActionState } from './actions.ts';

export const ACTION_EVENTS = [
	'accept',
	'decline',
	'start',
	'block',
	'unblock',
	'claim',
	'verify',
	'reopen',
	'hand-over',
	'cancel',
	'supersede'
] as const;
export type ActionEvent = (typeof ACTION_EVENTS)[number];

/** domain.md 3.4. Reopened work is in progress at once; what was declined is handed over by who steers, and only then ended. */
export const ACTION_LIFE_CYCLE = {
	accept: { from: ['open'], to: 'accepted' },
	decline: { from: ['open'], to: 'declined' },
	start: { from: ['accepted'], to: 'in-progress' },
	block: { from: ['in-progress'], to: 'blocked' },
	unblock: { from: ['blocked'], to: 'in-progress' },
	claim: { from: ['in-progress'], to: 'done-claimed' },
	verify: { from: ['done-claimed'], to: 'verified' },
	reopen: { from: ['done-claimed', 'verified'], to: 'in-progress' },
	'hand-over': { from: ['open', 'accepted', 'in-progress', 'blocked', 'declined'], to: 'open' },
	cancel: { from: ['open', 'accepted', 'in-progress', 'blocked'], to: 'cancelled' },
	supersede: { from: ['open', 'accepted', 'in-progress', 'blocked'], to: 'superseded' }
} as const satisfies LifeCycle<ActionState, ActionEvent>;

export const ACTION_PERMISSIONS = {
	accept: 'action:update',
	decline: 'action:update',
	start: 'action:update',
	block: 'action:update',
	unblock: 'action:update',
	claim: 'action:update',
	verify: 'action:verify',
	reopen: 'action:verify',
	'hand-over': 'action:steer',
	cancel: 'action:steer',
	supersede: 'action:steer'
} as const satisfies Record<ActionEvent, Permission>;

/** Nothing is expected of anybody any more. */
export const ENDED_ACTION_STATES: readonly ActionState[] = ['verified', 'cancelled', 'superseded'];
