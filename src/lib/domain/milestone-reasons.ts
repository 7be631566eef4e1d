/** Why a step of a milestone is not possible yet. */
export type MilestoneReason =
	| { code: 'means-missing' }
	| { code: 'means-without-evidence'; position: number; text: string }
	| { code: 'deliverable-not-approved'; item: string; state: string }
	| { code: 'day-in-future'; day: string; what: 'achieved' | 'portal' }
	| { code: 'day-not-in-future'; day: string }
	| { code: 'organisation-leads-work-package'; organisation: string; workPackage: string }
	| { code: 'already-verifier'; person: string }
	| { code: 'not-a-candidate' }
	| { code: 'not-assigned'; person: string }
	| { code: 'claim-moved-on' }
	| { code: 'evidence-changed-since-claim' }
	| { code: 'means-not-judged'; position: number; text: string }
	| { code: 'means-judged-insufficient'; position: number; text: string }
	| { code: 'nothing-insufficient' }
	| { code: 'already-verified'; person: string }
	| { code: 'verifier-not-independent'; person: string }
	| { code: 'declarer-took-part'; person: string; as: 'claimant' | 'verifier' }
	| { code: 'file-missing' }
	| { code: 'evidence-already-linked'; name: string }
	| { code: 'evidence-withdrawn'; name: string }
	| { code: 'replaced-by-itself' };
