import type { Generated } from 'kysely';
import type { ActionOrigin, ActionState } from '#lib/domain/meetings/actions.ts';
import type { DecisionWay, EffectKind } from '#lib/domain/meetings/decisions.ts';
import type { Origin } from '#lib/domain/origin.ts';

export interface Decision {
	id: string;
	projectId: string;
	/** DEC-007, unique in the project. */
	code: string;
	number: number;
	meetingId: string | null;
	agendaItemId: string | null;
	title: string;
	text: string;
	rationale: string;
	how: DecisionWay;
	votesFor: number | null;
	votesAgainst: number | null;
	votesAbstained: number | null;
	/** Takes effect at once, not when the minutes are approved. */
	urgent: number;
	decidedOn: string;
	effectiveOn: string | null;
	supersedesId: string | null;
	level: 'PU' | 'SEN';
	recordedBy: string | null;
	recordedAt: string;
	origin: Origin;
	search: string;
	version: Generated<number>;
}

export interface DecisionEffect {
	id: string;
	projectId: string;
	decisionId: string;
	kind: EffectKind;
	recordId: string;
	itemId: string | null;
	label: string;
	recordedBy: string | null;
	recordedAt: string;
}

/** What an action has beside its `item`, whose lead is the owner's organisation and whose agreed date its due day. */
export interface Action {
	itemId: string;
	ownerId: string | null;
	originKind: ActionOrigin;
	meetingId: string | null;
	agendaItemId: string | null;
	decisionId: string | null;
	/** The item whose review it came from. */
	originItemId: string | null;
	riskId: string | null;
	acceptedAt: string | null;
	declinedReason: string | null;
	proposedOwnerId: string | null;
	blockedReason: string | null;
	blockedAt: string | null;
	blockedByPersonId: string | null;
	blockedByItemId: string | null;
	blockedByOrganisationId: string | null;
	doneText: string | null;
	doneBy: string | null;
	doneAt: string | null;
	verifiedBy: string | null;
	verifiedAt: string | null;
	endedReason: string | null;
	supersededByItemId: string | null;
}

/** Every state an action was ever in. */
export interface ActionStep {
	id: string;
	projectId: string;
	itemId: string;
	number: number;
	state: ActionState;
	note: string;
	takenBy: string | null;
	organisationId: string | null;
	enteredAt: string;
}

/** The owner asks for another due day; the chair of where it came from agrees or not. */
export interface ActionDateProposal {
	id: string;
	projectId: string;
	itemId: string;
	toOn: string;
	reasonCode: string;
	reasonText: string;
	proposedBy: string;
	proposedAt: string;
	verdict: 'agreed' | 'refused' | null;
	verdictNote: string | null;
	decidedBy: string | null;
	decidedAt: string | null;
}

export interface ActionTables {
	decision: Decision;
	decisionEffect: DecisionEffect;
	action: Action;
	actionStep: ActionStep;
	actionDateProposal: ActionDateProposal;
}
