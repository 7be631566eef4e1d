import { addDays, daysBetween, type Day } from '#lib/domain/days.ts';

export interface AgingAction {
	createdOn: Day;
	dueOn: Day | null;
	endedOn: Day | null;
}

export interface AgeingWeek {
	on: Day;
	open: number;
	/** Of those, open for longer than so many days, and past the due day they have now. */
	old: number;
	late: number;
}

export const OLD_DAYS = 30;

/** How many actions were open at the end of each of the last weeks, how many of them long, and how many late. */
export function actionAgeing(actions: readonly AgingAction[], today: Day, weeks: number): AgeingWeek[] {
	return Array.from({ length: weeks }, (_, index) => {
		const on = addDays(today, -7 * (weeks - 1 - index));
		const open = actions.filter(
			({ createdOn, endedOn }) => createdOn <= on && (endedOn === null || endedOn > on)
		);
		return {
			on,
			open: open.length,
			old: open.filter(({ createdOn }) => daysBetween(createdOn, on) > OLD_DAYS).length,
			late: open.filter(({ dueOn }) => dueOn !== null && dueOn < on).length
		};
	});
}
