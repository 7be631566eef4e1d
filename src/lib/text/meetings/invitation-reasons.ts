import type { InvitationReason, PeopleStep } from '#lib/domain/meetings/invitation-reasons.ts';
import type { MeetingState } from '#lib/domain/meetings/meetings.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in InvitationReason['code']]: Extract<InvitationReason, { code: Code }> };

const STANDING: Record<MeetingState, string> = {
	planned: 'is only planned',
	invited: 'has not begun',
	running: 'is running',
	held: 'has been held',
	minuted: 'has its minutes',
	closed: 'is closed',
	cancelled: 'is cancelled'
};

const STEP: Record<PeopleStep, { refused: string; next: string }> = {
	invite: { refused: 'nobody is invited or taken off the list any more', next: 'The list stays as it is.' },
	answer: {
		refused: 'invitations are no longer answered',
		next: 'Say “I was there” on this page, or tell whoever convenes.'
	},
	attendance: {
		refused: 'attendance cannot be recorded',
		next: 'It is recorded from the start of the meeting until the meeting is closed.'
	}
};

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'meeting-not-open-for': ({ step, state }) =>
		say(`The meeting ${STANDING[state]}: ${STEP[step].refused}.`, STEP[step].next),
	'already-invited': ({ name }) => say(`${name} is on the list already.`, 'Choose somebody else.'),
	'nobody-left-to-invite': () =>
		say('Every organisation of the consortium is invited already.', 'Invite people or guests by name.'),
	'answers-itself': ({ name }) =>
		say(`${name} has an account and answers here.`, 'Only for guests, who have none, is an answer entered.'),
	'no-calendar-address': () =>
		say('No calendar reads yours: there is no address to stop.', 'Make one whenever you want it.'),
	'invitee-attended': ({ name }) =>
		say(
			`The attendance of ${name} is recorded, so the invitation stays.`,
			'Set the attendance to “not recorded” first.'
		),
	'represented-is-organisation': ({ name }) =>
		say(
			`${name} is a person: only an organisation is represented by another.`,
			'Record the person as absent, and their organisation as represented.'
		),
	'represented-by-itself': ({ organisation }) =>
		say(
			`${organisation} cannot be represented by itself.`,
			'Choose the member that spoke for it, or “in person”.'
		),
	'represented-by-no-member': ({ organisation, by }) =>
		say(
			by === ''
				? `Who spoke for ${organisation} is not chosen.`
				: `${by} has no vote of its own, so it cannot speak for ${organisation}.`,
			'Choose a member of the consortium.'
		)
};

export function isInvitationReason(reason: { code: string }): reason is InvitationReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function invitationSentence(reason: InvitationReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string): Sentence {
	return { text, next };
}
