import { addDays, mondayOf, type Day } from './days.ts';
import type { ItemKind } from './items.ts';

/** A review that a person is asked to end by a day. */
export interface ReviewDuty {
	personId: string;
	code: string;
	kind: ItemKind;
	on: Day;
}

export interface ReviewerWeek {
	personId: string;
	/** The Monday of the ISO week. */
	monday: Day;
	duties: readonly ReviewDuty[];
	tooMany: boolean;
}

/** What ends in which week for whom; more than the quality plan's number is too many. */
export function reviewerWeeks(duties: readonly ReviewDuty[], reviewsPerWeek: number): ReviewerWeek[] {
	const groups = Map.groupBy(duties, ({ personId, on }) => `${mondayOf(on)} ${personId}`);
	return [...groups.values()]
		.flatMap((group) => {
			const [first] = group;
			if (!first) return [];
			const { personId, on } = first;
			return [{ personId, monday: mondayOf(on), duties: group, tooMany: group.length > reviewsPerWeek }];
		})
		.sort((a, b) => a.monday.localeCompare(b.monday) || a.personId.localeCompare(b.personId));
}

/** Mondays of every week from a day on, up to the week of the last duty. */
export function mondaysFrom(today: Day, weeks: readonly { monday: Day }[], least: number): Day[] {
	const first = mondayOf(today);
	const last = weeks.reduce((latest, { monday }) => (monday > latest ? monday : latest), first);
	const mondays: Day[] = [];
	for (let at = first; at <= last || mondays.length < least; at = addDays(at, 7)) mondays.push(at);
	return mondays;
}
