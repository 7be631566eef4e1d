import type { InvitationReason, PeopleStep, ReplyFault } from '#lib/domain/meetings/invitation-reasons.ts';
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

const FAULT: Record<ReplyFault, string> = {
	'too-long': 'This is far longer than an answer of a calendar.',
	'no-calendar': 'This is not a calendar file, or it is not whole.',
	'no-reply': 'This calendar file is not an answer to an invitation.',
	'not-one-event': 'This file does not answer exactly one invitation.',
	incomplete: 'This answer does not say which invitation it is to, or when it was given.',
	'not-one-person': 'This file is not the answer of exactly one person.',
	'no-answer': 'This file says neither yes, nor maybe, nor no.'
};

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'meeting-not-open-for': ({ step, state }) =>
		say(`The meeting ${STANDING[state]}: ${STEP[step].refused}.`, STEP[step].next),
	'already-invited': ({ name }) => say(`${name} is on the list already.`, 'Choose somebody else.'),
	'nobody-left-to-invite': () =>
		say('Every organisation of the consortium is invited already.', 'Invite people or guests by name.'),
	'answers-itself': ({ name }) =>
		say(`${name} has an account and answers here.`, 'Only for guests, who have none, is an answer entered.'),
	'calendar-reply-missing': () =>
		say('There is no answer to read.', 'Choose the .ics file of the mail, or paste its text.'),
	'calendar-reply-unreadable': ({ fault }) =>
		say(FAULT[fault], 'Save the .ics file of the mail that came back, and choose that.'),
	'calendar-reply-of-other': () =>
		say('This answer is not to an invitation of this meeting.', 'Open the meeting that its mail names.'),
	'calendar-reply-outdated': () =>
		say(
			'This is an answer to an earlier invitation: the meeting has changed since.',
			'Ask whoever answered to answer the last one, or to say on this page whether they come.'
		),
	'calendar-reply-uninvited': ({ address }) =>
		say(
			`Nobody who is invited has the address ${address}.`,
			'Invite the person, or answer for them if they are a guest.'
		),
	'calendar-reply-older': ({ name, answeredAt }) =>
		say(
			`A later answer for ${name} stands, of ${answeredAt.slice(0, 16).replace('T', ' ')} UTC.`,
			'The later one counts.'
		),
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
