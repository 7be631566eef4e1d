const FLASH_TEXT: Record<string, string> = {
	saved: 'Saved.',
	'signed-out': 'You are signed out.',
	'password-set': 'Your password is set, and you are signed in.',
	'password-changed': 'Your password is changed. Every other browser is signed out.',
	'session-ended': 'That session has ended.',
	'sessions-ended': 'All other sessions have ended.',
	invited: 'Invited.',
	'link-made': 'A new link was made; earlier ones no longer work.',
	'grant-proposed': 'The role is proposed and waits for a second person.',
	'grant-confirmed': 'The role is confirmed.',
	'grant-ended': 'The role has ended. What was signed under it stays.',
	'proposal-withdrawn': 'The proposal is withdrawn.',
	'membership-ended': 'No longer a member of this project. What was signed stays.',
	'account-disabled': 'The account is disabled and signed out everywhere.',
	'account-enabled': 'The account can sign in again.',
	'forecast-moved': 'The forecast was moved.',
	'agreed-date-moved': 'The agreed date was moved.',
	'evidence-linked': 'The evidence is linked.',
	'evidence-unlinked': 'The evidence is no longer linked.',
	'evidence-withdrawn': 'The evidence is withdrawn. What rested on it says so.',
	'milestone-claimed': 'Claimed. The QA lead assigns verifiers.',
	'verifier-assigned': 'The verifier is assigned.',
	'means-judged': 'Your judgement is saved.',
	'milestone-returned': 'Returned to the work package leader.',
	'milestone-signed': 'Your signature is recorded.',
	'milestone-declared': 'Countersigned and declared.',
	'milestone-reopened': 'Reopened. It has to be claimed again.',
	'milestone-ended': 'Recorded as not achieved. A risk was opened.',
	'milestone-replaced': 'Recorded as replaced.',
	'milestone-deferred': 'Recorded as deferred.',
	'chain-unbroken': 'the audit trail is unbroken.',
	'quality-plan-published': 'A new version of the quality plan is in force.',
	'checklist-published': 'A new version of the checklist is in force.',
	'health-judged': 'The judgement stands beside the rules.',
	'sample-removed': 'The sample data is gone. What is public and what you entered is still here.',
	'judgement-ended': 'The judgement was ended; the rules stand alone.'
};

/** What a flash code says; an unknown code says nothing. */
export function flashText(code: string, label: string): string | null {
	const text = FLASH_TEXT[code];
	return text === undefined ? null : label === '' ? text : `${label}: ${text}`;
}
