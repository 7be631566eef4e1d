import { backwardPlan } from './backward-plan.ts';
import { daysBetween, type Day } from './days.ts';
import {
	independenceBlocks,
	type Candidate,
	type Contribution,
	type IndependenceReason,
	type ItemHistory
} from './independence.ts';
import type { QualityPlan } from './quality-plan.ts';
import { eligibleSigners } from './reviewers.ts';

/** Days ahead for which every deliverable should have somebody who may sign it. */
export const AHEAD_DAYS = 90;

/** Of a deliverable in these states the review is still to come, or runs. */
const REVIEW_AHEAD: readonly string[] = [
	'planned',
	'in-preparation',
	'in-review',
	'changes-requested',
	'revision-by-funder'
];

export interface ReviewAhead {
	id: string;
	code: string;
	state: string;
	dueOn: Day | null;
	leadOrganisationId: string | null;
	leadCountry: string | null;
	contributions: readonly Contribution[];
	/** Asked to sign. */
	asked: readonly Omit<Candidate, 'roles'>[];
	/** The running review: by when, and who has signed in it. */
	round: { dueOn: Day | null; signedIds: readonly string[] } | null;
}

/** Who may be asked at all, with what speaks against them. */
export interface ReviewerPool {
	candidates: readonly Candidate[];
	conflicts: readonly { personId: string; itemId: string | null; reason: string }[];
	former: readonly { personId: string; organisationId: string; acronym: string }[];
}

/** `covered`: enough independent people are asked · `to-assign`: enough could be · `nobody`: the consortium lacks them. */
export type Cover = 'covered' | 'to-assign' | 'nobody';

export interface ReviewerOutlook {
	id: string;
	cover: Cover;
	/** By when the review should be over: today at the earliest. */
	reviewOn: Day;
	/** People asked who are independent, and those who are not, with why. */
	asked: readonly Omit<Candidate, 'roles'>[];
	unfit: readonly { person: Omit<Candidate, 'roles'>; reasons: readonly IndependenceReason[] }[];
	/** Who could be asked beside them. */
	eligible: readonly Candidate[];
	/** People that even all of these do not give: in all, and from outside the lead's country. */
	lacking: { people: number; abroad: number };
	concerned: readonly string[];
}

function historyOf(item: ReviewAhead, pool: ReviewerPool): ItemHistory {
	return {
		leadOrganisationId: item.leadOrganisationId,
		contributions: item.contributions,
		conflicts: pool.conflicts.filter(({ itemId }) => itemId === null || itemId === item.id),
		former: pool.former
	};
}

/** Deliverables whose review lies ahead: due within the horizon or overdue, and those in work without a date. */
export function isReviewAhead(item: Pick<ReviewAhead, 'state' | 'dueOn'>, today: Day): boolean {
	if (!REVIEW_AHEAD.includes(item.state)) return false;
	return item.dueOn === null ? item.state !== 'planned' : daysBetween(today, item.dueOn) <= AHEAD_DAYS;
}

/** Without a day: nobody can say when its review is due, or, of one not begun, whether it lies ahead. */
export function isReviewUndated({ state, dueOn }: Pick<ReviewAhead, 'state' | 'dueOn'>): boolean {
	return dueOn === null && REVIEW_AHEAD.includes(state);
}

/** The proof before the review begins: who signs, who could, and what the consortium lacks (domain.md 5, idea 28). */
export function reviewerOutlook(
	item: ReviewAhead,
	pool: ReviewerPool,
	plan: QualityPlan,
	today: Day
): ReviewerOutlook {
	const history = historyOf(item, pool);
	const judged = item.asked.map((person) => ({
		person,
		reasons: independenceBlocks(history, { ...person, roles: [] })
	}));
	const asked = judged.filter(({ reasons }) => reasons.length === 0).map(({ person }) => person);
	const eligible = eligibleSigners(
		history,
		pool.candidates,
		item.asked.map(({ personId }) => personId)
	);
	const gap = (people: readonly Omit<Candidate, 'roles'>[]) => ({
		people: Math.max(0, plan.reviewQuorum - people.length),
		abroad: Math.max(
			0,
			plan.reviewersAbroad - people.filter(({ country }) => country !== item.leadCountry).length
		)
	});
	const isFilled = ({ people, abroad }: ReturnType<typeof gap>) => people === 0 && abroad === 0;
	const lacking = gap([...asked, ...eligible]);
	return {
		id: item.id,
		cover: isFilled(gap(asked)) ? 'covered' : isFilled(lacking) ? 'to-assign' : 'nobody',
		reviewOn: reviewDay(item, plan, today),
		asked,
		unfit: judged.filter(({ reasons }) => reasons.length > 0),
		eligible,
		lacking,
		concerned: [
			item.leadOrganisationId,
			...item.contributions.map(({ organisationId }) => organisationId)
		].filter((id) => id !== null)
	};
}

/** By when a review should be over: as agreed for the running one, else backwards from the due day; never in the past. */
export function reviewDay(
	item: Pick<ReviewAhead, 'dueOn' | 'leadCountry' | 'round'>,
	plan: QualityPlan,
	today: Day
): Day {
	const planned =
		item.dueOn === null
			? null
			: (backwardPlan(item.dueOn, plan, item.leadCountry).steps.find(({ step }) => step === 'review')?.on ??
				null);
	const day = item.round?.dueOn ?? planned ?? today;
	return day < today ? today : day;
}

/** Organisations from which somebody independent could be recruited. */
export function recruitFrom<O extends { id: string; country: string }>(
	outlook: Pick<ReviewerOutlook, 'lacking' | 'concerned'>,
	leadCountry: string | null,
	organisations: readonly O[]
): O[] {
	const mustBeAbroad = outlook.lacking.abroad >= Math.max(1, outlook.lacking.people);
	return organisations.filter(
		({ id, country }) => !outlook.concerned.includes(id) && !(mustBeAbroad && country === leadCountry)
	);
}
