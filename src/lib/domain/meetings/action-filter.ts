import { lookingFor } from '#lib/domain/latin.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { ENDED_ACTION_STATES } from './action-life-cycle.ts';
import { ACTION_STATES, type ActionState } from './actions.ts';
import type { ListedAction } from './listed-action.ts';

export const ACTION_WHOSE = ['mine', 'organisation', 'country'] as const;
export type ActionWhose = (typeof ACTION_WHOSE)[number];

/** What the address of the list says; an unknown value filters nothing. */
export interface ActionFilter {
	q: string;
	whose: ActionWhose | null;
	/** `open`: something is still expected of somebody. */
	state: ActionState | 'open' | null;
	late: boolean;
	/** Of one organisation, by its acronym. */
	lead: string | null;
	/** The address of a meeting. */
	meeting: string | null;
	view: 'list' | 'board';
}

export function readActionFilter(params: URLSearchParams): ActionFilter {
	const text = (name: string) => (params.get(name) ?? '').trim();
	return {
		q: text('q').slice(0, 200),
		whose: ACTION_WHOSE.find((one) => one === text('whose')) ?? null,
		state: text('state') === 'open' ? 'open' : (ACTION_STATES.find((one) => one === text('state')) ?? null),
		late: text('late') !== '',
		lead: text('lead') || null,
		meeting: text('meeting') || null,
		view: text('view') === 'board' ? 'board' : 'list'
	};
}

export function isOpenAction({ state }: { state: ActionState }): boolean {
	return !ENDED_ACTION_STATES.includes(state);
}

/** Mine is what I own, and what lies with me: to verify, to unblock, to settle. */
export function isOwn(action: Pick<ListedAction, 'ownerId' | 'mine'>, actor: Actor): boolean {
	return action.ownerId === actor.personId || action.mine;
}

export function filterActions(
	actions: readonly ListedAction[],
	filter: ActionFilter,
	actor: Actor
): ListedAction[] {
	const isSought = lookingFor(filter.q);
	return actions.filter(
		(action) =>
			isSought(action.search) &&
			(filter.whose !== 'mine' || isOwn(action, actor)) &&
			(filter.whose !== 'organisation' || action.organisationId === actor.organisationId) &&
			(filter.whose !== 'country' || action.country === actor.country) &&
			(filter.state === null ||
				(filter.state === 'open' ? isOpenAction(action) : action.state === filter.state)) &&
			(!filter.late || action.dates.state === 'late') &&
			(filter.lead === null || action.organisation === filter.lead) &&
			(filter.meeting === null || action.meeting?.slug === filter.meeting)
	);
}

/** What is open first, the nearest due day before the others; what is over by its number. */
export function sortActions(actions: readonly ListedAction[]): ListedAction[] {
	return [...actions].sort(
		(a, b) =>
			Number(isOpenAction(b)) - Number(isOpenAction(a)) ||
			(isOpenAction(a) ? (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') : 0) ||
			a.position - b.position
	);
}
