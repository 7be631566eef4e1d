import type { SigningReason } from '#lib/domain/catalogue/signing-reasons.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in SigningReason['code']]: Extract<SigningReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'review-runs': ({ round }) => ({
		text: `Round ${round} of the review is open already.`,
		next: 'Its reviewers sign or request changes; then another round can follow.'
	}),
	'not-an-officer': ({ person, bodies }) => ({
		text: `${person} holds no office that approves for ${bodies.join(' or ')} today.`,
		next: 'Each awarding body names its officers under “Officers”.'
	}),
	'no-officer': ({ organisation }) => ({
		text: `${organisation} has named nobody who approves for it.`,
		next: `${organisation} or the coordinator names an officer under “Officers”.`
	}),
	'body-approved': ({ organisation, person }) => ({
		text: `${organisation} has approved exactly this content already, signed by ${person}.`,
		next: 'Nothing more is needed from this awarding body.'
	}),
	'officer-authored': ({ person, note }) => ({
		text: `${person} worked on this entry${note === '' ? '' : ` (${note})`}, and nobody approves their own work.`,
		next: null
	}),
	'officer-signed': ({ person }) => ({
		text: `${person} signed its quality review; author, reviewer and officer are different people.`,
		next: null
	}),
	'other-officers': ({ organisation, people }) =>
		people.length > 0
			? { text: `Others may approve for ${organisation}: ${people.join(', ')}.`, next: 'One of them signs.' }
			: {
					text: `${organisation} has no other officer.`,
					next: `${organisation} names a second person under “Officers”; that one signs.`
				},
	'approval-evidence-missing': () => ({
		text: 'The approval document is missing.',
		next: 'Upload the minute of the senate or council, or choose a file that stands in the evidence already.'
	}),
	'approval-in-future': ({ decidedOn }) => ({
		text: `${dayText(decidedOn)} has not come yet.`,
		next: 'Enter the day on which the senate or council decided.'
	}),
	'approval-expired': ({ validUntilOn }) => ({
		text: `An approval that ended on ${dayText(validUntilOn)} approves nothing today.`,
		next: 'Enter until when it is valid, or leave the day empty when it has no end.'
	}),
	'officer-of-other': ({ person, organisation }) => ({
		text: `${person} is not a member of ${organisation}.`,
		next: 'Choose a person of this organisation; the coordinator invites those who are missing.'
	}),
	'officer-already': ({ person }) => ({
		text: `${person} holds this office already.`,
		next: 'Nothing more is needed. To change the office, end it and name the person again.'
	}),
	'office-ends-before-start': ({ fromOn, toOn }) => ({
		text: `The office would end on ${dayText(toOn)}, before it begins on ${dayText(fromOn)}.`,
		next: 'Enter a later last day.'
	}),
	'office-ended': () => ({ text: 'This office has ended already.', next: 'Reload the page.' })
};

export function isSigningReason(reason: { code: string }): reason is SigningReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

/** Refusals of the review and approval of an entry in words, each with what to do next. */
export function signingSentence(reason: SigningReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
