import type { MinutesAct, MinutesReason, SigningPart } from '#lib/domain/meetings/minutes-reasons.ts';
import type { MinutesState } from '#lib/domain/meetings/meetings.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in MinutesReason['code']]: Extract<MinutesReason, { code: Code }> };

const ACTS: Readonly<Record<MinutesAct, string>> = {
	circulate: 'circulated',
	withdraw: 'taken back',
	object: 'objected to',
	approve: 'approved',
	sign: 'signed',
	correct: 'corrected by an erratum'
};

const STATES: Readonly<Record<MinutesState, string>> = {
	draft: 'still being written',
	circulated: 'circulated, and the days of objection run',
	approved: 'approved and wait for their signatures',
	locked: 'signed and locked'
};

const NEXT: Readonly<Record<MinutesState, string>> = {
	draft: 'Whoever takes the minutes circulates them first.',
	circulated: 'The coordinator approves them when the days of objection are over and no objection stands.',
	approved: 'Chair and secretary sign them; then errata are possible.',
	locked: 'What is wrong is corrected by a numbered erratum, beside the text.'
};

const PARTS: Readonly<Record<SigningPart, string>> = { chair: 'chair', secretary: 'secretary' };

const FIXED: Readonly<Record<Exclude<MinutesState, 'draft'>, string>> = {
	circulated: 'What should read otherwise is said as an objection, or the circulation is taken back.',
	approved: 'They wait for the signatures of chair and secretary; afterwards an erratum corrects them.',
	locked: 'What is wrong is corrected by a numbered erratum, beside the text.'
};

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'minutes-state': ({ act, state }) => ({
		text: `The minutes cannot be ${ACTS[act]}: they are ${STATES[state]}.`,
		next: NEXT[state]
	}),
	'minutes-text-fixed': ({ state, untilOn }) => ({
		text:
			state === 'circulated' && untilOn !== null
				? `The minutes are circulated until ${dayText(untilOn)}; their text does not change meanwhile.`
				: `The minutes are ${STATES[state]}; their text does not change any more.`,
		next: FIXED[state]
	}),
	'meeting-not-held': ({ state }) => ({
		text: `The meeting is ${state}, so there is nothing to circulate yet.`,
		next: state === 'cancelled' ? null : 'End the meeting on its page when it is over; then circulate.'
	}),
	'agenda-empty': () => ({
		text: 'The agenda has no point.',
		next: 'Put on the agenda what was spoken of; the minutes are written under each point.'
	}),
	'points-without-text': ({ points }) => ({
		text: `${points.length === 1 ? 'One point says' : `${points.length} points say`} nothing: ${points.join(' · ')}.`,
		next: 'Write what was said, or press “Nothing was discussed” under the point.'
	}),
	'attendance-missing': ({ names }) => ({
		text: `Nobody has recorded who came of: ${names.join(', ')}.`,
		next: 'Record it under “People”, those who stayed away too.'
	}),
	'nobody-invited': () => ({
		text: 'Nobody is recorded as invited.',
		next: 'Record under “People” who was invited and who came.'
	}),
	'officer-missing': ({ part }) => ({
		text: `The meeting names no ${PARTS[part]}.`,
		next: `Name the ${PARTS[part]} on the page of the meeting; minutes are signed by chair and secretary.`
	}),
	'officers-same': ({ person }) => ({
		text: `${person} is chair and secretary at once.`,
		next: 'Name two people on the page of the meeting: each signs the minutes.'
	}),
	'window-open': ({ untilOn }) => ({
		text: `Organisations may object until the end of ${dayText(untilOn)}.`,
		next: 'Approve the minutes on the day after.'
	}),
	'window-over': ({ untilOn }) => ({
		text: `The days of objection ended on ${dayText(untilOn)}.`,
		next: 'Ask the chair; after the signatures an erratum can correct what is wrong.'
	}),
	'objections-stand': ({ organisations }) => ({
		text: `Objections stand: ${organisations.join(', ')}.`,
		next: 'Answer them so that they are withdrawn, or accept them: then the minutes change and go round again.'
	}),
	'quorum-not-held': ({ present, members, needed }) => ({
		text: `The meeting had no quorum: ${present} of ${members} members were present or represented, and it takes ${needed}.`,
		next: 'If the attendance is wrong, take the circulation back, correct it and circulate again. Otherwise call the members once more: nothing was decided.'
	}),
	'organisation-not-invited': ({ organisation }) => ({
		text: `${organisation} was not invited to this meeting.`,
		next: 'Only organisations that were invited object. Ask the chair.'
	}),
	'organisation-no-vote': ({ organisation }) => ({
		text: `${organisation} has no vote in the consortium, so it cannot object to the minutes.`,
		next: 'Tell the chair or a member what is wrong; they can object.'
	}),
	'objection-open': ({ organisation, point }) => ({
		text: `${organisation} has an open objection ${point === null ? 'to the minutes as a whole' : `to “${point}”`} already.`,
		next: 'Withdraw that one first, then object anew with the whole text.'
	}),
	'objection-settled': ({ settled }) => ({
		text: `This objection is ${settled} already.`,
		next: 'Reload the page.'
	}),
	'objection-of-other': ({ organisation }) => ({
		text: `Only ${organisation} withdraws its objection.`,
		next: `Answer it, so that ${organisation} can.`
	}),
	'not-the-officer': ({ part, person }) => ({
		text: `Only the ${PARTS[part]} signs here.`,
		next: person === null ? `Name the ${PARTS[part]} on the page of the meeting.` : `That is ${person}.`
	}),
	'part-signed': ({ part, person }) => ({
		text: `${person} has signed as ${PARTS[part]} already.`,
		next: 'Nothing more is needed from the ' + PARTS[part] + '.'
	}),
	'signs-other-part': ({ part }) => ({
		text: `You have signed as ${PARTS[part]}; chair and secretary are two people.`,
		next: 'Name another person for the other part on the page of the meeting.'
	}),
	'minutes-not-seen': ({ number }) => ({
		text: `What you were shown is not what was circulated (circulation ${number}).`,
		next: 'Reload the page, read it and sign again.'
	}),
	'point-not-on-agenda': ({ point }) => ({
		text: `“${point}” is not on the agenda, so the minutes say nothing under it.`,
		next: 'Put it on the agenda first.'
	})
};

export function isMinutesReason(reason: { code: string }): reason is MinutesReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

/** Refusals of the minutes in words, each with what to do next. */
export function minutesSentence(reason: MinutesReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
