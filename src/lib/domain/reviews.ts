/** Meanings of a signature. */
export const SIGNATURE_MEANINGS = [
	'reviewed',
	'evaluated',
	'accepted-on-behalf',
	'verified',
	'approved-for-submission',
	'countersigned'
] as const;
export type SignatureMeaning = (typeof SIGNATURE_MEANINGS)[number];

/** Signatures that count for the quorum of a review. */
export function isOfReview(meaning: SignatureMeaning): boolean {
	return meaning === 'reviewed' || meaning === 'evaluated';
}

/** How a review round or a claim ended. */
export const ROUND_OUTCOMES = [
	'quorum',
	'changes-requested',
	'superseded',
	'returned',
	'break-glass',
	'verified',
	'reopened',
	'ended'
] as const;
export type RoundOutcome = (typeof ROUND_OUTCOMES)[number];
