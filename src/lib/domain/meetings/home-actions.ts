import type { Actor } from '#lib/domain/roles.ts';
import { isOpenAction, isOwn } from './action-filter.ts';
import type { ListedAction } from './listed-action.ts';

export interface HomeActions {
	/** Open ones that this actor owns or holds. */
	mine: ListedAction[];
	/** For who checks the work of others: claimed as done, not by themselves. */
	toVerify: ListedAction[];
	/** Of the countries that this actor coordinates, open. */
	country: ListedAction[];
	/** For the coordinator: how many open and overdue ones each organisation has, the latest first. */
	organisations: { acronym: string; open: number; late: number }[];
}

/** What the first page says about actions, by role. */
export function homeActions(all: readonly ListedAction[], actor: Actor): HomeActions {
	const open = all.filter(isOpenAction);
	const mine = open.filter((action) => isOwn(action, actor)).sort(byDay);
	const others = open.filter((action) => !mine.includes(action));
	const holds = (role: string) => actor.grants.some((grant) => grant.role === role);
	const countries = actor.grants.flatMap(({ role, scopeId }) =>
		role === 'national-coordinator' && scopeId !== null ? [scopeId] : []
	);
	return {
		mine,
		toVerify:
			holds('qa-lead') || holds('qa-reviewer')
				? others.filter(({ state }) => state === 'done-claimed').sort(byDay)
				: [],
		country: others.filter(({ country }) => country !== null && countries.includes(country)).sort(byDay),
		organisations: holds('coordinator') ? byOrganisation(open) : []
	};
}

function byOrganisation(open: readonly ListedAction[]): HomeActions['organisations'] {
	const grouped = Map.groupBy(open, ({ organisation }) => organisation ?? '–');
	return [...grouped]
		.map(([acronym, own]) => ({
			acronym,
			open: own.length,
			late: own.filter(({ dates }) => dates.state === 'late').length
		}))
		.sort((a, b) => b.late - a.late || b.open - a.open || a.acronym.localeCompare(b.acronym));
}

function byDay(a: ListedAction, b: ListedAction): number {
	return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.position - b.position;
}
