/** Why a step of a deliverable or its review is refused. */
export type DeliverableReason =
	| { code: 'lead-missing' }
	| { code: 'due-missing' }
	| { code: 'type-missing' }
	| { code: 'level-missing' }
	| { code: 'contributors-unconfirmed' }
	| { code: 'version-empty' }
	| { code: 'main-file-missing' }
	| { code: 'format-not-accepted'; file: string; formats: readonly string[] }
	| { code: 'version-too-large'; megabytes: number; most: number }
	| { code: 'file-withdrawn'; file: string }
	| { code: 'version-unchanged'; number: number }
	| { code: 'checklist-missing' }
	| { code: 'reviewers-missing'; assigned: number; needed: number }
	| { code: 'reviewers-abroad-missing'; assigned: number; needed: number; country: string }
	| { code: 'reviewer-not-independent'; person: string }
	| { code: 'blocking-comments-unanswered'; count: number; authors: readonly string[] }
	| { code: 'record-locked'; state: string }
	| { code: 'version-frozen'; number: number }
	| { code: 'only-lead-ends-review'; organisation: string }
	| { code: 'end-of-review-unconfirmed'; round: number }
	| { code: 'nothing-uploaded' }
	| { code: 'file-not-in-version' }
	| { code: 'file-already-in-version'; file: string }
	| { code: 'reviewer-not-assigned'; person: string }
	| { code: 'opinion-only'; person: string }
	| { code: 'no-review-open' }
	| { code: 'covers-changed' }
	| { code: 'checklist-unanswered'; items: readonly string[] }
	| { code: 'checklist-unexplained'; items: readonly string[] }
	| { code: 'checklist-item-foreign' }
	| { code: 'own-blocking-comment'; count: number }
	| { code: 'already-signed'; person: string }
	| { code: 'blocking-comment-missing' }
	| { code: 'comment-not-yours' }
	| { code: 'comment-settled' }
	| { code: 'comments-locked'; state: string }
	| { code: 'already-assigned'; person: string }
	| { code: 'assignment-ended' }
	| { code: 'no-reviewer-role'; person: string }
	| { code: 'eligible-reviewers-exist'; people: readonly string[] }
	| { code: 'conflict-ended' }
	| { code: 'quorum-missing'; signed: number; needed: number }
	| { code: 'quorum-abroad-missing'; signed: number; needed: number; country: string }
	| { code: 'signer-not-independent'; person: string }
	| { code: 'signatures-stale'; version: number }
	| { code: 'approver-authored'; person: string; note: string }
	| { code: 'approver-signed'; person: string }
	| { code: 'public-check-missing' }
	| { code: 'access-list-missing' }
	| { code: 'package-missing' }
	| { code: 'package-differs'; expected: string }
	| { code: 'portal-day-in-future'; day: string }
	| { code: 'portal-day-before'; day: string; earliest: string; what: 'approval' | 'submission' }
	| { code: 'not-in-quality-plan'; field: 'type' | 'level'; value: string; allowed: readonly string[] }
	| { code: 'merge-into-itself' }
	| { code: 'merge-target-ended'; item: string }
	| { code: 'not-late'; dueOn: string | null };
