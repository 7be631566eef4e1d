import { isOverdue, lateness } from './lateness.ts';
import type { Day } from './days.ts';
import type { TimelineFold, TimelineItem } from './timeline.ts';

/** Items up to which a timeline draws them all; of more only those of one work package, so many at once. */
const MOST_ITEMS = 200;
export const WINDOW_ITEMS = 100;

/** Whether so many items are drawn work package by work package. */
export function isFolded(items: number): boolean {
	return items > MOST_ITEMS;
}

/** What stands for the items of a folded work package. */
export function foldOf(
	items: readonly TimelineItem[],
	today: Day,
	soonDays: number
): Omit<TimelineFold, 'isOpen'> {
	const dates = items.map((item) => lateness(item, today, soonDays));
	return {
		deliverables: items.filter(({ kind }) => kind === 'deliverable').length,
		milestones: items.filter(({ kind }) => kind === 'milestone').length,
		done: dates.filter(({ doneOn }) => doneOn !== null).length,
		late: dates.filter(isOverdue).length
	};
}
