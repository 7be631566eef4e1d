import type { Subject } from '#lib/domain/can.ts';
import { addWorkingDays, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { ActionState } from './actions.ts';

export interface ActionFacts {
	id: string;
	code: string;
	state: ActionState;
	stateSinceAt: string;
	/** The due day. */
	agreedOn: Day | null;
	forecastOn: Day | null;
	workPackageId: string;
	ownerId: string | null;
	ownerName: string | null;
	/** The owner's organisation. */
	leadOrganisationId: string | null;
	leadCountry: string | null;
	/** Of the meeting it came from. */
	chairId: string | null;
	meetingCountry: string | null;
	meetingWorkPackageIds: readonly string[];
	doneBy: string | null;
}

type AnswerRules = Pick<QualityPlan, 'actionAnswerWorkingDays' | 'holidays'>;

/** The last day on which the owner may still decline. */
export function answerUntil(openedOn: Day, country: string | null, plan: AnswerRules): Day {
	const holidays = new Set(country === null ? [] : plan.holidays[country]);
	return addWorkingDays(openedOn, plan.actionAnswerWorkingDays, holidays);
}

/** The state that counts: what nobody answered in time is accepted, though nobody said so. */
export function countingState(
	action: Pick<ActionFacts, 'state' | 'stateSinceAt' | 'leadCountry'>,
	today: Day,
	plan: AnswerRules
): ActionState {
	if (action.state !== 'open') return action.state;
	const until = answerUntil(action.stateSinceAt.slice(0, 10), action.leadCountry, plan);
	return today > until ? 'accepted' : 'open';
}

/** For steering and verifying: `assigned` is who chaired the meeting it came from. */
export function actionSubject(action: ActionFacts): Subject {
	return {
		itemId: action.id,
		leadOrganisationId: action.leadOrganisationId,
		organisationIds: known([action.leadOrganisationId]),
		countries: known([action.leadCountry, action.meetingCountry]),
		workPackageIds: [...new Set([action.workPackageId, ...action.meetingWorkPackageIds])],
		assignedPersonIds: known([action.chairId])
	};
}

/** For its own work: `assigned` is the owner. */
export function ownerSubject(action: ActionFacts): Subject {
	return { ...actionSubject(action), assignedPersonIds: known([action.ownerId]) };
}

function known(ids: readonly (string | null)[]): string[] {
	return [...new Set(ids.filter((id) => id !== null))];
}
