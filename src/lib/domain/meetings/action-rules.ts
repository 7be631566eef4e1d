import type { Day } from '#lib/domain/days.ts';
import { stateBlocks, type StateReason } from '#lib/domain/life-cycle.ts';
import { rolesWith } from '#lib/domain/permissions.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { ActionFacts } from './action-facts.ts';
import { ACTION_LIFE_CYCLE, type ActionEvent } from './action-life-cycle.ts';
import type { ActionReason } from './action-reasons.ts';
import type { ActionState } from './actions.ts';

type Reasons = (ActionReason | StateReason)[];

/** Words that it takes to say who could tell whether something is done. */
const FEWEST_WORDS = 3;

export interface OwnerFacts {
	personId: string;
	name: string;
	/** Held in the project today. */
	roles: readonly Role[];
}

/** Why an action cannot begin like this. `originOn`: the day it came from. */
export function createBlocks(
	draft: { title: string; dueOn: Day },
	owner: OwnerFacts,
	originOn: Day
): ActionReason[] {
	return [
		...wordingBlocks(draft.title),
		...ownerBlocks(owner),
		...(draft.dueOn < originOn ? [{ code: 'action-due-before-origin', originOn } as const] : [])
	];
}

export function wordingBlocks(title: string): ActionReason[] {
	return title.trim().split(/\s+/).length < FEWEST_WORDS ? [{ code: 'action-wording-short' }] : [];
}

function ownerBlocks(owner: OwnerFacts): ActionReason[] {
	const roles = rolesWith('action:update');
	return owner.roles.some((role) => roles.includes(role))
		? []
		: [{ code: 'action-owner-cannot-act', person: owner.name, roles }];
}

/** `state` is the one that counts, see `countingState`. */
export function eventBlocks(state: ActionState, event: ActionEvent): StateReason[] {
	return stateBlocks(ACTION_LIFE_CYCLE, state, event);
}

export function declineBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'ownerName'>,
	state: ActionState,
	given: { reason: string; proposedOwnerId: string | null }
): Reasons {
	return [
		...eventBlocks(state, 'decline'),
		...reasonBlocks(given.reason),
		...sameOwnerBlocks(action, given.proposedOwnerId)
	];
}

/** A handover names somebody else; only what was declined may go back to the same person. */
export function handOverBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'ownerName'>,
	state: ActionState,
	owner: OwnerFacts
): Reasons {
	return [
		...eventBlocks(state, 'hand-over'),
		...ownerBlocks(owner),
		...(state === 'declined' ? [] : sameOwnerBlocks(action, owner.personId))
	];
}

/** `isElsewhere`: it waits for an organisation as such, or for somebody outside. */
export function blockBlocks(
	action: Pick<ActionFacts, 'id' | 'ownerId'>,
	state: ActionState,
	given: { reason: string; personId: string | null; itemId: string | null; isElsewhere?: boolean }
): Reasons {
	const { reason, personId, itemId, isElsewhere = false } = given;
	const blockers = [personId !== null, itemId !== null, isElsewhere].filter(Boolean).length;
	const isItself = itemId === action.id || (personId !== null && personId === action.ownerId);
	return [
		...eventBlocks(state, 'block'),
		...reasonBlocks(reason),
		...(blockers === 1 ? [] : [{ code: 'action-blocker-needed' } as const]),
		...(isItself ? [{ code: 'action-blocks-itself' } as const] : [])
	];
}

/** Done needs something to look at: what came out of it in words, or evidence. */
export function claimBlocks(state: ActionState, given: { text: string; evidence: number }): Reasons {
	const isEmpty = given.text.trim() === '' && given.evidence === 0;
	return [...eventBlocks(state, 'claim'), ...(isEmpty ? [{ code: 'action-result-needed' } as const] : [])];
}

/** Somebody else looks: neither who owns it nor who claimed it. */
export function verifyBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'doneBy'>,
	state: ActionState,
	person: { personId: string; name: string }
): Reasons {
	return [...eventBlocks(state, 'verify'), ...notOwnBlocks(action, person)];
}

export function reopenBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'doneBy'>,
	state: ActionState,
	person: { personId: string; name: string },
	reason: string
): Reasons {
	return [...eventBlocks(state, 'reopen'), ...notOwnBlocks(action, person), ...reasonBlocks(reason)];
}

export function supersedeBlocks(
	action: Pick<ActionFacts, 'id'>,
	state: ActionState,
	by: { id: string; code: string; state: string } | null
): Reasons {
	const isGone = by?.state === 'cancelled' || by?.state === 'superseded';
	return [
		...eventBlocks(state, 'supersede'),
		...(by?.id === action.id ? [{ code: 'action-superseded-by-itself' } as const] : []),
		...(by && isGone ? [{ code: 'action-successor-ended', action: by.code } as const] : [])
	];
}

function reasonBlocks(reason: string): ActionReason[] {
	return reason.trim() === '' ? [{ code: 'action-reason-needed' }] : [];
}

function notOwnBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'doneBy'>,
	person: { personId: string; name: string }
): ActionReason[] {
	return person.personId === action.ownerId || person.personId === action.doneBy
		? [{ code: 'action-verified-by-owner', person: person.name }]
		: [];
}

function sameOwnerBlocks(
	action: Pick<ActionFacts, 'ownerId' | 'ownerName'>,
	personId: string | null
): ActionReason[] {
	return personId !== null && personId === action.ownerId
		? [{ code: 'action-owner-unchanged', person: action.ownerName ?? '' }]
		: [];
}
