import { isOverdue } from './lateness.ts';
import type { ListedItem } from './listed-item.ts';

export interface ItemTallies {
	late: number;
	mine: number;
	/** Open ones without any day, which never become late. */
	undated: number;
	/** Without what has left the plan. */
	inPlan: number;
	states: readonly { state: string; count: number }[];
}

/** How many of a list are late, lie with the actor and stand in these states. */
export function itemTallies(items: readonly ListedItem[], states: readonly string[]): ItemTallies {
	const count = (isCounted: (item: ListedItem) => boolean) => items.filter(isCounted).length;
	return {
		late: count(({ dates }) => isOverdue(dates)),
		mine: count((item) => item.mine),
		inPlan: count((item) => item.dates.state !== 'ended'),
		undated: count((item) => item.dates.state === 'no-date'),
		states: states.map((state) => ({ state, count: count((item) => item.state === state) }))
	};
}
