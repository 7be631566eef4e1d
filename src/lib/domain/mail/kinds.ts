/**
 * `at-once`: as soon as it can be · `instant`: within minutes, several of a kind in one mail · `digest`: with the
 * others on the next morning of the reader.
 */
export type MailPace = 'at-once' | 'instant' | 'digest';

interface KindRule {
	pace: MailPace;
	/** Whether its reader may do without. */
	optional: boolean;
}

/** Every kind of mail. Instant is only what lands on the reader, and a date of theirs that breaks. */
export const MAIL_KINDS = {
	invitation: { pace: 'at-once', optional: false },
	reset: { pace: 'at-once', optional: false },
	'link-shown': { pace: 'at-once', optional: false },
	added: { pace: 'at-once', optional: false },
	'break-glass': { pace: 'instant', optional: false },
	deputy: { pace: 'instant', optional: false },

	ball: { pace: 'instant', optional: true },
	'due-broken': { pace: 'instant', optional: true },
	'due-soon': { pace: 'digest', optional: true },
	'date-moved': { pace: 'digest', optional: true },
	'review-requested': { pace: 'instant', optional: true },
	'review-late': { pace: 'instant', optional: true },
	'changes-requested': { pace: 'instant', optional: true },
	'proposal-decided': { pace: 'digest', optional: true },
	opinion: { pace: 'digest', optional: true },
	'action-created': { pace: 'instant', optional: true },
	'action-unanswered': { pace: 'digest', optional: true },
	'meeting-invited': { pace: 'instant', optional: true },
	'meeting-cancelled': { pace: 'instant', optional: true },
	'minutes-circulated': { pace: 'digest', optional: true },
	'minutes-objected': { pace: 'instant', optional: true },
	'minutes-approved': { pace: 'instant', optional: true },

	'check-in-opened': { pace: 'instant', optional: true },
	'check-in-late': { pace: 'instant', optional: true },
	'check-in-reminder': { pace: 'instant', optional: true },
	'check-in-returned': { pace: 'instant', optional: true },
	'check-in-submitted': { pace: 'digest', optional: true },
	'check-in-accepted': { pace: 'digest', optional: true },

	'audit-head': { pace: 'digest', optional: true }
} as const satisfies Record<string, KindRule>;

export type MailKind = keyof typeof MAIL_KINDS;

export function isMailKind(text: string): text is MailKind {
	return Object.hasOwn(MAIL_KINDS, text);
}

/** Kinds in their order that a person may do without. */
export const OPTIONAL_MAIL_KINDS: readonly MailKind[] = Object.keys(MAIL_KINDS)
	.filter(isMailKind)
	.filter((kind) => MAIL_KINDS[kind].optional);

/** Why somebody gets a mail, as a code for `lib/text`. */
export const MAIL_BECAUSE = [
	'account',
	'coordinator',
	'national-coordinator',
	'qa-lead',
	'holder',
	'lead',
	'member',
	'reviewer',
	'owner',
	'officer',
	'invited',
	'deputy',
	'reporter',
	'proposer',
	'author',
	'standing-in'
] as const;
export type MailBecause = (typeof MAIL_BECAUSE)[number];

/** Where a deputy acts in somebody's place: in the work of their organisation, never in decisions or signatures. */
export const LENT_BECAUSE: readonly MailBecause[] = ['lead', 'member', 'reporter'];
