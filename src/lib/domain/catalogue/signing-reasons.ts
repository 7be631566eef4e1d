/** Why an entry cannot be reviewed or approved. */
export type SigningReason =
	| { code: 'review-runs'; round: number }
	| { code: 'not-an-officer'; person: string; bodies: readonly string[] }
	| { code: 'no-officer'; organisation: string }
	| { code: 'body-approved'; organisation: string; person: string }
	| { code: 'officer-authored'; person: string; note: string }
	| { code: 'officer-signed'; person: string }
	| { code: 'other-officers'; organisation: string; people: readonly string[] }
	| { code: 'approval-evidence-missing' }
	| { code: 'approval-in-future'; decidedOn: string }
	| { code: 'approval-expired'; validUntilOn: string }
	| { code: 'officer-of-other'; person: string; organisation: string }
	| { code: 'officer-already'; person: string }
	| { code: 'office-ends-before-start'; fromOn: string; toOn: string }
	| { code: 'office-ended' };
