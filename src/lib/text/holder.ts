import type { Holder } from '#lib/domain/holder.ts';

/** What the holder has to do, to stand after a name: "KOKSU · upload the draft". */
export const HOLDER_TASK_TEXT = {
	start: 'start the work',
	prepare: 'finish the draft and request the review',
	revise: 'answer the comments and upload a new version',
	'revise-for-funder': 'revise for the funder',
	'name-lead': 'name a lead',
	review: 'review and sign',
	'assign-reviewers': 'assign reviewers',
	'answer-comments': 'answer the blocking comments',
	approve: 'approve or return',
	submit: 'submit in the portal and record it',
	decide: 'accept or ask for a revision',
	'claim-milestone': 'link the evidence and claim',
	'answer-return': 'complete the evidence and claim again',
	'claim-again': 'claim again',
	'assign-verifiers': 'assign verifiers',
	'verify-milestone': 'verify and sign',
	'countersign-milestone': 'countersign and declare'
} as const satisfies Record<Holder['why'], string>;
