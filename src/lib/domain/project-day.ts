import { projectMonth, type Day } from './days.ts';

/** A calendar day beside its project month. */
export interface ProjectDay {
	on: Day;
	month: number;
}

export function projectDay(startOn: Day, on: Day): ProjectDay;
export function projectDay(startOn: Day, on: Day | null): ProjectDay | null;
export function projectDay(startOn: Day, on: Day | null): ProjectDay | null {
	return on === null ? null : { on, month: projectMonth(startOn, on) };
}
