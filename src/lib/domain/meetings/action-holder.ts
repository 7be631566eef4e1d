import type { Holder } from '#lib/domain/holder.ts';
import type { ActionState } from './actions.ts';

export const ACTION_AWAITS = ['answer', 'begin', 'do', 'unblock', 'verify-action', 'settle'] as const;
export type ActionAwaits = (typeof ACTION_AWAITS)[number];

export interface HeldAction {
	state: ActionState;
	/** The state that counts today, see `countingState`. */
	counting: ActionState;
	stateSinceAt: string;
	ownerId: string | null;
	leadOrganisationId: string | null;
	chairId: string | null;
	ownerIsQaLead: boolean;
	blockedByPersonId: string | null;
	/** What it waits for, or who leads the item it waits for. */
	blockingOrganisationId: string | null;
}

/** The one holder of an action: its owner, whoever blocks it, who verifies it; null once nothing is expected. */
export function actionHolder(action: HeldAction): Holder | null {
	switch (action.counting) {
		case 'open':
			return owner(action, 'answer');
		case 'accepted':
			return owner(action, 'begin');
		case 'in-progress':
			return owner(action, 'do');
		case 'blocked':
			return blocker(action);
		case 'done-claimed':
			return verifier(action);
		case 'declined':
			return action.chairId === null
				? role('coordinator', action, 'settle')
				: person(action.chairId, action, 'settle');
		case 'verified':
		case 'cancelled':
		case 'superseded':
			return null;
	}
}

function blocker(action: HeldAction): Holder {
	if (action.blockedByPersonId !== null) return person(action.blockedByPersonId, action, 'unblock');
	return action.blockingOrganisationId === null
		? role('coordinator', action, 'unblock')
		: organisation(action.blockingOrganisationId, action, 'unblock');
}

/** Who chaired the meeting; where nobody did, or did it themselves, the QA lead, and the coordinator for the QA lead. */
function verifier(action: HeldAction): Holder {
	if (action.chairId !== null && action.chairId !== action.ownerId)
		return person(action.chairId, action, 'verify-action');
	return role(action.ownerIsQaLead ? 'coordinator' : 'qa-lead', action, 'verify-action');
}

/** After an owner has left, their organisation holds it; after that, the coordinator. */
function owner(action: HeldAction, awaits: ActionAwaits): Holder {
	if (action.ownerId !== null) return person(action.ownerId, action, awaits);
	return action.leadOrganisationId === null
		? role('coordinator', action, awaits)
		: organisation(action.leadOrganisationId, action, awaits);
}

const NOBODY = { organisationId: null, personIds: [], role: null };

function person(id: string, { stateSinceAt: since }: HeldAction, awaits: ActionAwaits): Holder {
	return { ...NOBODY, kind: 'people', personIds: [id], since, awaits };
}

function organisation(id: string, { stateSinceAt: since }: HeldAction, awaits: ActionAwaits): Holder {
	return { ...NOBODY, kind: 'organisation', organisationId: id, since, awaits };
}

function role(
	name: 'coordinator' | 'qa-lead',
	{ stateSinceAt: since }: HeldAction,
	awaits: ActionAwaits
): Holder {
	return { ...NOBODY, kind: 'role', role: name, since, awaits };
}
