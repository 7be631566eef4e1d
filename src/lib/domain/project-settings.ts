import { monthEnd, type Day } from './days.ts';

export type SettingsReason =
	| { code: 'planned-after-end'; what: string; month: number; last: number }
	| { code: 'start-without-reference' };

export interface PlannedMonth {
	/** D4.2, MS3, T4.1, WP4. */
	code: string;
	month: number;
}

export interface ProjectSpan {
	startOn: Day;
	durationMonths: number;
}

/** Why a project cannot begin or end otherwise: nothing planned may fall outside, and dates move by a reference only. */
export function spanBlocks(
	before: ProjectSpan,
	after: ProjectSpan & { reference: string },
	planned: readonly PlannedMonth[],
	moves: number
): SettingsReason[] {
	const last = [...planned].sort((a, b) => b.month - a.month)[0];
	return [
		...(last && last.month > after.durationMonths
			? [
					{
						code: 'planned-after-end',
						what: last.code,
						month: last.month,
						last: after.durationMonths
					} as const
				]
			: []),
		...(after.startOn !== before.startOn && moves > 0 && after.reference === ''
			? [{ code: 'start-without-reference' } as const]
			: [])
	];
}

export interface MonthDated {
	dueMonth: number | null;
	contractualOn: Day | null;
	agreedOn: Day | null;
}

/** Where the dates of an item go when the project begins on another day: those that are the end of its month follow. */
export function shiftedDates(
	item: MonthDated,
	from: Day,
	to: Day
): { contractualOn?: Day; agreedOn?: Day } | null {
	if (item.dueMonth === null || from === to) return null;
	const was = monthEnd(from, item.dueMonth);
	const is = monthEnd(to, item.dueMonth);
	if (was === is || item.contractualOn !== was) return null;
	return item.agreedOn === was ? { contractualOn: is, agreedOn: is } : { contractualOn: is };
}
