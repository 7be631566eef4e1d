import type { Cover, ReviewerOutlook } from './reviewers-ahead.ts';

/** A review that lies ahead, as the rules in force find it and as other rules would. */
interface ReviewUnderRules extends Pick<ReviewerOutlook, 'cover' | 'lacking' | 'asked' | 'eligible'> {
	code: string;
	/** By the rules in force. */
	now: Cover;
}

export interface PlanEffects {
	/** Could be reviewed, and could not any more: too few people may sign. */
	impossible: readonly ReviewUnderRules[];
	/** Had its reviewers, and would need more of them. */
	toAssign: readonly ReviewUnderRules[];
	/** Had too few who may sign, and would have enough. */
	possible: readonly ReviewUnderRules[];
}

/** What other rules would do to the reviews that nobody has opened yet; those that run keep the rules they began with. */
export function planEffects(reviews: readonly ReviewUnderRules[]): PlanEffects {
	return {
		impossible: reviews.filter(({ now, cover }) => cover === 'nobody' && now !== 'nobody'),
		toAssign: reviews.filter(({ now, cover }) => cover === 'to-assign' && now === 'covered'),
		possible: reviews.filter(({ now, cover }) => cover !== 'nobody' && now === 'nobody')
	};
}
