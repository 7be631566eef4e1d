import type { FindingFilter } from '#lib/domain/review-findings.ts';

/** Which reviews a list shows. */
export const FINDING_FILTER_TEXT: Record<FindingFilter, string> = {
	over: 'Over',
	first: 'First reviews',
	unchanged: 'Signed unchanged in the first',
	blocking: 'With blocking comments',
	failed: 'With a question answered no',
	running: 'Running'
};
