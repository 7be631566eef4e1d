import { addDays, addWorkingDays, isWorkingDay, type Day } from './days.ts';
import type { QualityPlan } from './quality-plan.ts';

export const BACKWARD_STEPS = ['draft', 'review', 'final', 'submission'] as const;
export type BackwardStep = (typeof BACKWARD_STEPS)[number];

export interface BackwardPlan {
	/** The latest safe day of each step: draft ready and review begun, review ended, final text, submission. */
	steps: readonly { step: BackwardStep; on: Day }[];
	/** Whether the quality plan holds a holiday calendar of this country; otherwise only weekends are left out. */
	holidaysKnown: boolean;
}

type LeadTimes = Pick<
	QualityPlan,
	'draftLeadDays' | 'reviewLeadDays' | 'finalLeadDays' | 'reviewWorkingDays' | 'holidays'
>;

/**
 * Backwards from the due day by the quality plan's lead times, each step on a working day of the lead's country.
 * The draft is earlier still where holidays would leave reviewers fewer working days than the plan gives them.
 */
export function backwardPlan(dueOn: Day, plan: LeadTimes, country: string | null): BackwardPlan {
	const calendar = country === null ? undefined : plan.holidays[country];
	const holidays = new Set(calendar);
	const by = (limit: Day, leadDays: number) =>
		workingDayUpTo(earlier(limit, addDays(dueOn, -leadDays)), holidays);
	const submission = workingDayUpTo(dueOn, holidays);
	const final = by(submission, plan.finalLeadDays);
	const review = by(final, plan.reviewLeadDays);
	const draft = by(addWorkingDays(review, -plan.reviewWorkingDays, holidays), plan.draftLeadDays);
	return {
		steps: [
			{ step: 'draft', on: draft },
			{ step: 'review', on: review },
			{ step: 'final', on: final },
			{ step: 'submission', on: submission }
		],
		holidaysKnown: calendar !== undefined
	};
}

/** The last day on which a draft can be ready without putting the due day at risk. */
export function latestSafeDraft(dueOn: Day, plan: LeadTimes, country: string | null): Day {
	return backwardPlan(dueOn, plan, country).steps[0]?.on ?? dueOn;
}

function workingDayUpTo(day: Day, holidays: ReadonlySet<Day>): Day {
	let at = day;
	while (!isWorkingDay(at, holidays)) at = addDays(at, -1);
	return at;
}

function earlier(a: Day, b: Day): Day {
	return a < b ? a : b;
}

const REACHED: Readonly<Record<string, BackwardStep>> = {
	'in-review': 'draft',
	reviewed: 'review',
	approved: 'final',
	submitted: 'submission',
	accepted: 'submission'
};

/** Whether a deliverable in this state has passed a step of its backward plan. */
export function hasReached(state: string, step: BackwardStep): boolean {
	const reached = REACHED[state];
	return reached !== undefined && BACKWARD_STEPS.indexOf(step) <= BACKWARD_STEPS.indexOf(reached);
}
