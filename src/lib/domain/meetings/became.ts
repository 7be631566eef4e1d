import type { Day } from '#lib/domain/days.ts';
import { can } from '#lib/domain/can.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { decisionStanding, isPublicDecision, successorOf, type Successor } from './decision-standing.ts';
import type { DecisionStanding } from './decisions.ts';
import type { MinutesState, OutcomeKind } from './meetings.ts';

export interface Outcome extends Successor {
	agendaItemId: string;
	kind: OutcomeKind;
	text: string;
	minutesState: MinutesState;
	decisionCode: string | null;
	decisionTitle: string | null;
	urgent: number | null;
	effectiveOn: Day | null;
	level: 'PU' | 'SEN' | null;
	decisionOrigin: Origin | null;
	actionCode: string | null;
	actionTitle: string | null;
	actionState: string | null;
	dueOn: Day | null;
	actionOrigin: Origin | null;
	organisation: string | null;
}

export interface Became {
	information: readonly string[];
	decisions: readonly { code: string; title: string; standing: DecisionStanding; origin: Origin }[];
	/** For those who may read actions. */
	actions: readonly {
		code: string;
		title: string;
		state: string;
		dueOn: Day | null;
		organisation: string | null;
		origin: Origin;
	}[];
	/** For the others: how many there are, and how many are verified. */
	counted: { actions: number; verified: number; isSample: boolean } | null;
}

/**
 * What became of one point, as far as the actor may know: outsiders read public decisions that count, what the minutes
 * inform about once they may read them, and of actions only how many are verified.
 */
export function becameOf(
	actor: Actor,
	outcomes: readonly Outcome[],
	sight: { readsMinutes: boolean; today: Day }
): Became {
	const readsActions = can(actor, 'action:read', {}).ok;
	const actions = outcomes.flatMap(
		({ actionCode, actionTitle, actionState, dueOn, organisation, actionOrigin }) =>
			actionCode === null || actionState === null
				? []
				: [
						{
							...{ code: actionCode, title: actionTitle ?? '', state: actionState, dueOn, organisation },
							origin: actionOrigin ?? ('entered' as const)
						}
					]
	);
	const verified = actions.filter(({ state }) => state === 'verified').length;
	return {
		information: sight.readsMinutes
			? outcomes.filter(({ kind }) => kind === 'information').map(({ text }) => text)
			: [],
		decisions: outcomes.flatMap((one) => decisionOf(actor, one, sight.today)),
		actions: readsActions ? actions : [],
		counted:
			readsActions || actions.length === 0
				? null
				: {
						actions: actions.length,
						verified,
						isSample: actions.some(({ origin }) => origin === 'sample')
					}
	};
}

function decisionOf(actor: Actor, one: Outcome, today: Day): Became['decisions'][number][] {
	if (one.decisionCode === null || one.level === null) return [];
	const { effectiveOn, minutesState, level } = one;
	const origin = one.decisionOrigin ?? 'entered';
	const decision = { urgent: one.urgent ?? 0, effectiveOn, minutesState, origin };
	const standing = decisionStanding(decision, successorOf(one), today);
	if (!can(actor, 'decision:read', { isPublic: isPublicDecision({ level, standing }) }).ok) return [];
	const title = one.decisionTitle ?? '';
	return [{ code: one.decisionCode, title, standing, origin }];
}
