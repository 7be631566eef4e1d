import type { ReviewFacts, Version } from '#lib/domain/deliverables.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { ItemFacts } from './find-item-facts.ts';
import type { ReviewRecords } from './list-review-records.ts';

const NO_ROLES: readonly Role[] = [];

/** What the rules of a review ask, from what was read of an item of any kind. */
export function reviewFacts(
	{ item, history, assignments }: Pick<ItemFacts, 'item' | 'history' | 'assignments'>,
	versions: readonly Version[],
	{ rounds, signatures, comments }: Pick<ReviewRecords, 'rounds' | 'signatures' | 'comments'>
): ReviewFacts {
	return {
		leadCountry: item.leadCountry,
		history,
		versions,
		reviewers: assignments.map((one) => ({ ...one, roles: NO_ROLES })),
		rounds,
		signatures,
		comments: comments.map((one) => ({
			id: one.id,
			roundId: one.roundId,
			authorId: one.authorId,
			author: one.author,
			blocking: one.blocking === 1,
			withdrawn: one.withdrawnAt !== null,
			answered: one.answeredAt !== null
		}))
	};
}
