/** Meanings of a signature. */
export const SIGNATURE_MEANINGS = [
	'reviewed',
	'verified',
	'approved-for-submission',
	'countersigned'
] as const;
export type SignatureMeaning = (typeof SIGNATURE_MEANINGS)[number];

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
