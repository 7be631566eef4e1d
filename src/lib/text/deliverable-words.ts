import type { FileChange } from '#lib/domain/version-guards.ts';
import type { PortalStatus } from '#lib/domain/submission.ts';
import type { RoundOutcome, SignatureMeaning } from '#lib/domain/reviews.ts';
import type { StepName } from '#lib/domain/deliverable-steps.ts';

export const MEANING_TEXT = {
	reviewed: 'Reviewed',
	evaluated: 'Evaluation confirmed',
	'accepted-on-behalf': 'Approved for the institution',
	verified: 'Verified',
	'approved-for-submission': 'Approved for submission',
	countersigned: 'Countersigned'
} as const satisfies Record<SignatureMeaning, string>;

export const OUTCOME_TEXT = {
	quorum: 'Quorum reached',
	'changes-requested': 'Changes requested',
	superseded: 'Ended by a change of what was reviewed',
	returned: 'Returned by the coordinator',
	'break-glass': 'Approved without quorum',
	verified: 'Verified',
	reopened: 'Reopened',
	ended: 'Ended with the deliverable'
} as const satisfies Record<RoundOutcome, string>;

/** The words of the funder's portal. */
export const PORTAL_STATUS_TEXT = {
	pending: { tone: 'neutral', label: 'Pending' },
	ready: { tone: 'info', label: 'Pending, package ready' },
	draft: { tone: 'waiting', label: 'Draft' },
	submitted: { tone: 'waiting', label: 'Submitted' },
	accepted: { tone: 'good', label: 'Approval date set' },
	'not-reported': { tone: 'neutral', label: 'No longer reported' }
} as const satisfies Record<PortalStatus, { tone: string; label: string }>;

export const PORTAL_EVENT_TEXT = {
	'package-built': 'Package built and approved',
	uploaded: 'Uploaded as a draft',
	submitted: 'Submitted',
	accepted: 'Accepted',
	'revision-asked': 'Revision asked',
	declared: 'Declared'
} as const;

export const CHANGE_TEXT = {
	added: 'new',
	removed: 'removed',
	changed: 'other content',
	same: 'unchanged'
} as const satisfies Record<FileChange['kind'], string>;

export const CONTRIBUTION_KIND_TEXT = {
	lead: 'lead',
	contributor: 'contributor',
	author: 'author of a version',
	evidence: 'evidence'
} as const;

export const STEP_TEXT = {
	start: 'Start the preparation',
	upload: 'Upload files',
	open: 'Request the review',
	sign: 'Sign',
	'request-changes': 'Request changes',
	approve: 'Approve for submission',
	return: 'Return to the lead',
	'break-glass': 'Approve without the quorum',
	submit: 'Record the submission',
	verdict: 'Record the officer’s decision',
	editorial: 'Record as editorial only',
	justify: 'Justify the lateness',
	contributors: 'Add a contributor',
	confirm: 'Confirm the contributors',
	assign: 'Assign reviewers',
	propose: 'Propose a reviewer',
	plan: 'Change type, level, description',
	withdraw: 'Withdraw or merge'
} as const satisfies Record<StepName, string>;
