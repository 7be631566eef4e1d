import type { MilestoneEvent } from '#lib/domain/milestones.ts';

/** What a step is called on a button, and what it leads to. */
export const MILESTONE_STEP_TEXT = {
	'link-evidence': { label: 'Link evidence', about: 'to the means of verification below' },
	claim: { label: 'Claim the milestone', about: 'freezes the evidence and passes it to the QA lead' },
	'assign-verifier': { label: 'Assign a verifier', about: 'somebody independent judges the evidence' },
	judge: { label: 'Judge the evidence', about: 'means by means, below' },
	return: { label: 'Return the claim', about: 'to the work package leader, naming what is insufficient' },
	verify: { label: 'Sign the verification', about: 'over exactly the evidence that was claimed' },
	declare: { label: 'Countersign and declare', about: 'records the entry in the portal' },
	reopen: { label: 'Reopen', about: 'when the verification can no longer stand' },
	end: { label: 'Record as not achieved', about: 'opens a risk with the consequence' },
	replace: { label: 'Replace by another milestone', about: 'by an amendment' },
	defer: { label: 'Defer to a later day', about: 'by an amendment' }
} as const satisfies Record<MilestoneEvent, { label: string; about: string }>;
