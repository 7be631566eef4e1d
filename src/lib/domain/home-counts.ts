import { latestSafeDraft } from './backward-plan.ts';
import type { Day } from './days.ts';
import { START_DAYS } from './holder.ts';
import { firstOf } from './first-of.ts';
import { dueWithin, lateOf } from './home.ts';
import { isOverdue } from './lateness.ts';
import type { ListedItem } from './listed-item.ts';
import type { QualityPlan } from './quality-plan.ts';

/** Days that the first page looks ahead. */
const HORIZON_DAYS = 60;

export interface HomeCounts {
	horizonDays: number;
	startDays: number;
	/** Of what the actor answers for: neither done nor out of the plan. */
	open: number;
	/** Open ones without any day: nobody can say that they are not late. */
	undated: number;
	late: ListedItem[];
	due: { item: ListedItem; safeDraftOn: Day | null }[];
	accepted: { count: number; of: number };
	/** Milestones on which a payment depends. */
	payment: { late: number; undated: number; of: number };
}

/** The numbers of the first page, from what this actor answers for. */
export function homeCounts(
	own: readonly ListedItem[],
	{ plan, today }: { plan: QualityPlan; today: Day }
): HomeCounts {
	const inPlan = own.filter((item) => item.dates.state !== 'ended');
	const open = inPlan.filter((item) => item.dates.doneOn === null);
	const deliverables = inPlan.filter((item) => item.kind === 'deliverable');
	const paid = open.filter((item) => item.paymentRelevant === 1);
	const isUndated = (item: ListedItem) => item.dates.due === null;
	return {
		horizonDays: HORIZON_DAYS,
		startDays: START_DAYS,
		open: open.length,
		undated: open.filter(isUndated).length,
		late: lateOf(own),
		due: dueWithin(own, today, HORIZON_DAYS).map((item) => ({
			item,
			safeDraftOn:
				item.kind === 'deliverable' && item.dates.due !== null
					? latestSafeDraft(item.dates.due, plan, item.leadCountry)
					: null
		})),
		accepted: {
			count: deliverables.filter((item) => item.state === 'accepted').length,
			of: deliverables.length
		},
		payment: {
			late: paid.filter(({ dates }) => isOverdue(dates) || dates.forecastLateDays > 0).length,
			undated: paid.filter(isUndated).length,
			of: inPlan.filter((item) => item.paymentRelevant === 1).length
		}
	};
}

/** The same with the first rows of what is late and of what falls due, as far as a page names them. */
export function shownCounts({ late, due, ...counts }: HomeCounts) {
	return {
		...counts,
		late: {
			...firstOf(late),
			/** Within their agreed day, past that of the contract. */
			byContract: late.filter(({ dates }) => dates.state === 'past-contract').length
		},
		due: firstOf(due)
	};
}

export type ShownCounts = ReturnType<typeof shownCounts>;
