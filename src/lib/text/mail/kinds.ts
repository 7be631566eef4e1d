import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';

/** What mails of a kind are about, as a person chooses among them. */
export const MAIL_KIND_TEXT = {
	invitation: 'Your invitation',
	reset: 'A new password',
	'link-shown': 'A link for your account was shown to somebody',
	added: 'You are a member of a project',
	'break-glass': 'Something was approved without its quorum',
	deputy: 'You are asked to stand in for somebody',
	ball: 'Something lies with you now',
	'due-broken': 'A date of yours has passed',
	'due-soon': 'A date of yours comes near',
	'date-moved': 'An agreed date was moved',
	'review-requested': 'A review is asked of you',
	'review-late': 'A review of yours is late',
	'changes-requested': 'Something comes back to you with changes to make',
	'proposal-decided': 'Something you proposed is decided',
	opinion: 'The evaluation gives an opinion on something of yours, or yours is answered',
	'action-created': 'An action is given to you',
	'action-unanswered': 'An action counts as accepted because nobody answered',
	'meeting-invited': 'You are invited to a meeting',
	'meeting-cancelled': 'A meeting is cancelled',
	'minutes-circulated': 'Minutes to read',
	'minutes-objected': 'An objection to minutes that you keep',
	'minutes-approved': 'Minutes to sign',
	'check-in-opened': 'A check-in is open',
	'check-in-late': 'A check-in is late',
	'check-in-reminder': 'Somebody reminds you of a check-in',
	'check-in-returned': 'A check-in comes back to you',
	'check-in-submitted': 'A check-in waits for your acceptance',
	'check-in-accepted': 'A check-in of yours is accepted',
	'audit-head': 'The head of the audit trail, once a week'
} as const satisfies Record<MailKind, string>;

/** Ends "You get this because …". */
export const MAIL_BECAUSE_TEXT = {
	account: 'it concerns your account',
	coordinator: 'you coordinate the project',
	'national-coordinator': 'you coordinate your country',
	'qa-lead': 'you lead the quality assurance',
	holder: 'it lies with you now',
	lead: 'your organisation leads it',
	member: 'your organisation is asked',
	reviewer: 'you are asked to review or verify it',
	owner: 'it is yours to do',
	officer: 'you chair the meeting or take its minutes',
	invited: 'you or your organisation are invited',
	deputy: 'you are named as a deputy',
	reporter: 'you reported it',
	proposer: 'you proposed it',
	author: 'you wrote it',
	'standing-in': 'you stand in for somebody whom it concerns'
} as const satisfies Record<MailBecause, string>;
